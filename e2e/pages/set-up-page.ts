import type { Page } from '@playwright/test'
import { visit } from '../house/hydrated'

export class SetUpPage {
  constructor(readonly page: Page) {}

  open = () => visit(this.page, '/setup')

  async fill({ token, name, email, password }: { token: string; name: string; email: string; password: string }) {
    await this.page.getByLabel('Set-up token').fill(token)
    await this.page.getByLabel('Your name').fill(name)
    await this.page.getByLabel('E-mail address').fill(email)
    await this.page.getByLabel('Password', { exact: true }).fill(password)
  }

  submit = () => this.page.getByRole('button', { name: 'Create administrator' }).click()
}
