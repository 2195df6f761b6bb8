import type { Page } from '@playwright/test'
import { visit } from '../house/hydrated'

export type RowAction = 'Edit' | 'Send test alert' | 'Duplicate' | 'Pause' | 'Resume' | 'Delete'

/** The list of destinations. */
export class DestinationsPage {
  constructor(readonly page: Page) {}

  open = (query = '') => visit(this.page, `/destinations${query}`)

  row = (name: string) => this.page.getByRole('row').filter({ has: this.page.getByRole('link', { name, exact: true }) })
  names = () => this.page.getByRole('row').getByRole('link').and(this.page.locator('a[href^="/destinations/"]'))
  menuButton = (name: string) => this.page.getByRole('button', { name: `Actions for ${name}` })

  async choose(name: string, action: RowAction) {
    await this.menuButton(name).click()
    await this.page.getByRole('menuitem', { name: action, exact: true }).click()
  }

  /** Pauses it until somebody resumes it. */
  async pause(name: string) {
    await this.choose(name, 'Pause')
    await this.page.getByRole('dialog').getByRole('button', { name: 'Pause deliveries' }).click()
  }

  search = (text: string) => this.page.getByRole('searchbox', { name: 'Search destinations' }).fill(text)

  /** Switches one option of a filter, and closes its menu. */
  async filter(label: 'Type' | 'Severity' | 'Health', option: string) {
    await this.page.getByRole('button', { name: new RegExp(`^${label}`) }).click()
    await this.page.getByRole('menuitemcheckbox', { name: option }).click()
    await this.page.keyboard.press('Escape')
  }
}
