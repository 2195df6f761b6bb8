import type { Page } from '@playwright/test'
import { visit } from '../house/hydrated'

/** The routing simulator. */
export class SimulatorPage {
  constructor(readonly page: Page) {}

  open = (query = '') => visit(this.page, `/routing/simulator${query}`)

  severity = (name: string) =>
    this.page.getByRole('radiogroup', { name: 'Severity' }).getByRole('radio', { name, exact: true })
  dynamicAnswer = (name: string) =>
    this.page.getByRole('radiogroup', { name: 'If destinations() returns' }).getByRole('radio', { name, exact: true })

  async pick(picker: 'Log Types' | 'Destination Overrides' | 'Entries of the list', name: string) {
    const input = this.page.getByRole('combobox', { name: picker })
    await input.fill(name)
    await this.page.getByRole('option', { name }).first().click()
    await input.press('Escape')
  }

  receipt = () => this.page.getByRole('region', { name: 'Where it goes' })
  faults = () => this.receipt().getByRole('list', { name: 'Faults', exact: true })
  chosen = () => this.page.getByRole('list', { name: 'Chosen destinations' }).getByRole('listitem')
  notChosen = (name: string) =>
    this.page.getByRole('list', { name: 'Destinations not chosen' }).getByRole('listitem').filter({ hasText: name })
}
