import type { Browser, BrowserContext } from '@playwright/test'
import { SignInPage } from '../pages/sign-in-page'
import type { RunningConsole } from './start-console'

export type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>

/** What a browser keeps once `person` has signed in. */
export async function signedIn(
  browser: Browser,
  console: RunningConsole,
  person: { email: string; password: string },
): Promise<StorageState> {
  const context = await browser.newContext({ baseURL: console.url })
  const signIn = new SignInPage(await context.newPage())
  await signIn.open()
  await signIn.signIn(person)
  await signIn.page.waitForURL('**/destinations')
  const state = await context.storageState()
  await context.close()
  return state
}
