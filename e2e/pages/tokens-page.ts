import type { Page } from '@playwright/test'
import { visit } from '../house/hydrated'

/** The tokens that let programs in. */
export class TokensPage {
  constructor(readonly page: Page) {}

  open = () => visit(this.page, '/settings/tokens')
  row = (name: string) => this.page.getByRole('row').filter({ hasText: name })

  /** Creates a token and closes what shows its value. @returns the value. */
  async create(name: string, permissions: readonly string[]): Promise<string> {
    await this.page.getByRole('button', { name: 'Create token' }).click()
    const dialog = this.page.getByRole('alertdialog')
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    for (const permission of permissions) {
      await dialog
        .getByRole('toolbar', { name: 'Permissions' })
        .getByRole('button', { name: permission, exact: true })
        .click()
    }
    await dialog.getByRole('button', { name: 'Create token' }).click()
    const value = await dialog.getByRole('region', { name: 'API token' }).textContent()
    await dialog.getByRole('button', { name: 'Done' }).click()
    return value ?? ''
  }

  async revoke(name: string) {
    await this.page.getByRole('button', { name: `Actions for ${name}` }).click()
    await this.page.getByRole('menuitem', { name: 'Revoke token' }).click()
    await this.page.getByRole('alertdialog').getByRole('button', { name: 'Revoke token' }).click()
  }
}
