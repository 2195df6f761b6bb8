import type { Page } from '@playwright/test'
import { visit } from '../house/hydrated'

export class SignInPage {
  constructor(readonly page: Page) {}

  open = (next?: string) => visit(this.page, next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in')

  async signIn({ email, password }: { email: string; password: string }) {
    await this.page.getByLabel('E-mail address').fill(email)
    await this.page.getByLabel('Password', { exact: true }).fill(password)
    await this.page.getByRole('button', { name: 'Sign in' }).click()
  }
}
