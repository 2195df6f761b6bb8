import type { Page } from '@playwright/test'

/** What a page did that it must not: errors in its console, exceptions, requests and assets that failed. */
export type PageProblems = { found: readonly string[] }

/** Notes every problem of `page` from now on. A request that a navigation cut short is none. */
export function watchPage(page: Page): PageProblems {
  const found: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => found.push(`exception: ${error.message}`))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    if (!reason.includes('ERR_ABORTED')) found.push(`request: ${request.url()} ${reason}`)
  })
  page.on('response', (response) => {
    const isAsset = new URL(response.url()).pathname.startsWith('/_next/')
    if (response.status() >= 400 && isAsset) found.push(`asset: ${response.url()} ${response.status()}`)
  })
  return { found }
}
