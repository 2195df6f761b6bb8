import type { Page } from '@playwright/test'
import { visit } from '../house/hydrated'

/** Alerts & Errors. */
export class AlertsPage {
  constructor(readonly page: Page) {}

  /** Opens the list, and keeps the pointer off its rows: under it, new ones would only be announced. */
  async open(query = '') {
    await visit(this.page, `/alerts${query}`)
    await this.page.mouse.move(0, 0)
  }

  row = (title: string) => this.page.getByRole('row').filter({ has: this.link(title) })
  link = (title: string) => this.page.getByRole('link', { name: title, exact: true })
  choice = (title: string) => this.page.getByRole('checkbox', { name: `Choose ${title}` })
  choose = (title: string) => this.choice(title).press('Space')

  search = (text: string) => this.page.getByRole('searchbox', { name: 'Search alerts' }).fill(text)

  /** Switches one option of a filter, and closes its menu. */
  async filter(label: 'Status' | 'Severity' | 'Delivery', option: string) {
    await this.page.getByRole('button', { name: new RegExp(`^${label}`) }).click()
    await this.page.getByRole('menuitemcheckbox', { name: option, exact: true }).click()
    await this.page.keyboard.press('Escape')
  }

  /** A line of the sidebar that says how much waits for somebody, and leads to it. */
  waiting = (line: 'Unrouted' | 'Failed') =>
    this.page.getByRole('list', { name: 'Needs attention' }).getByRole('link', { name: new RegExp(`^${line}`) })
}
