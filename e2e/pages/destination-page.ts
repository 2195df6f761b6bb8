import type { Page } from '@playwright/test'
import { visit } from '../house/hydrated'

/** One destination. */
export class DestinationPage {
  constructor(readonly page: Page) {}

  open = (id: string) => visit(this.page, `/destinations/${id}`)
  openLog = (id: string) => visit(this.page, `/destinations/${id}?tab=deliveries`)

  log = () => this.page.getByRole('list', { name: 'Deliveries', exact: true })
  delivery = (text: string | RegExp) => this.log().getByRole('button', { name: text })

  async filterByState(state: 'Delivered' | 'Failed') {
    await this.page.getByRole('button', { name: /^State/ }).click()
    await this.page.getByRole('menuitemcheckbox', { name: state, exact: true }).click()
    await this.page.keyboard.press('Escape')
  }

  /** Opens the last attempt of the delivery that stands open. @returns what was sent and answered. */
  async openAttempt() {
    await this.log().getByRole('list', { name: 'Attempts' }).getByRole('button').first().click()
    return this.log().getByRole('region', { name: 'Attempt' })
  }

  redrive = () => this.page.getByRole('button', { name: 'Redrive' }).click()
}
