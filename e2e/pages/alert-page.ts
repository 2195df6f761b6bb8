import type { Locator, Page } from '@playwright/test'
import { visit } from '../house/hydrated'

type Part = 'Overview' | 'Routing and deliveries' | 'Events' | 'Activity'

/** One alert. */
export class AlertPage {
  constructor(readonly page: Page) {}

  open = (id: string) => visit(this.page, `/alerts/${id}`)
  show = (part: Part) => this.page.getByRole('tab', { name: new RegExp(`^${part}`) }).click()

  /** The receipt of its routing, with what was sent by hand since. */
  routing = () => this.page.getByRole('region', { name: 'Routing' })
  chosen = () => this.routing().getByRole('list', { name: 'Chosen destinations' }).getByRole('listitem')
  notChosen = (destination: string) =>
    this.routing()
      .getByRole('list', { name: 'Destinations not chosen' })
      .getByRole('listitem')
      .filter({ hasText: destination })

  deliveriesTo = (destination: string) => this.page.getByRole('article', { name: `Deliveries to ${destination}` })

  /** Opens the last attempt of the newest delivery. @returns what was sent and answered. */
  async openAttempt(destination: string): Promise<Locator> {
    await this.deliveriesTo(destination).getByRole('list', { name: 'Attempts' }).getByRole('button').first().click()
    return this.deliveriesTo(destination).getByRole('region', { name: 'Attempt' })
  }

  /** The deliveries to one destination, the newest first. */
  deliveries = (destination: string) => this.deliveriesTo(destination).getByRole('region', { name: 'Delivery' })

  async sendTo(destination: string) {
    await this.page.getByRole('button', { name: 'Send to another destination' }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('searchbox', { name: 'Find a destination' }).fill(destination)
    await dialog.getByRole('radio', { name: destination }).press('Space')
    await dialog.getByRole('button', { name: `Send to ${destination}` }).click()
  }

  state = (field: 'Status' | 'Assignee' | 'Quality') => this.page.getByRole('button', { name: `${field}:` })

  async choose(field: 'Status' | 'Assignee' | 'Quality', option: string) {
    await this.state(field).click()
    await this.page.getByRole('menuitemradio', { name: option, exact: true }).click()
  }

  async comment(text: string) {
    await this.page.getByRole('textbox', { name: 'Comment' }).fill(text)
    await this.page.getByRole('button', { name: 'Add comment' }).click()
  }

  activity = () => this.page.getByRole('list', { name: 'Activity' }).getByRole('listitem')
}
