import type { Locator, Page } from '@playwright/test'
import { visit } from '../house/hydrated'

/** The form of a destination, new or saved. */
export class DestinationForm {
  constructor(readonly page: Page) {}

  /** Chooses a type from the gallery. */
  async create(typeName: string) {
    await visit(this.page, '/destinations/new')
    await this.page.getByRole('link', { name: new RegExp(`^${typeName}`) }).click()
    await this.page.getByRole('heading', { level: 1, name: `Create ${typeName} destination` }).waitFor()
  }

  edit = (id: string) => visit(this.page, `/destinations/${id}/edit`)
  duplicate = (id: string) => visit(this.page, `/destinations/new?from=${id}`)

  setting = (label: string): Locator => this.page.getByRole('textbox', { name: label, exact: true })
  displayName = () => this.setting('Display Name')
  /** What the form says is wrong, above it. */
  summary = () => this.page.getByRole('alert').filter({ has: this.page.getByRole('list') })
  attempt = () => this.page.getByRole('region', { name: 'Attempt' })

  async fill(values: Readonly<Record<string, string>>) {
    for (const [label, value] of Object.entries(values)) await this.setting(label).fill(value)
  }

  /** Chooses these severities or alert types and no others. */
  async chooseOnly(picker: 'Severity Levels' | 'Alert Types', chips: readonly string[]) {
    const none = this.page.getByRole('button', { name: `None: ${picker}` })
    if (await none.isEnabled()) await none.click()
    for (const chip of chips) await this.chip(picker, chip).click()
  }

  chip = (picker: 'Severity Levels' | 'Alert Types', name: string) =>
    this.page.getByRole('toolbar', { name: picker }).getByRole('button', { name, exact: true })

  async addLogType(name: string) {
    const input = this.page.getByRole('combobox', { name: 'Log Types' })
    await input.fill(name)
    await this.page.getByRole('option', { name }).first().click()
    await input.press('Escape')
  }

  async addHeader(name: string, value: string) {
    const names = this.page.getByRole('textbox', { name: 'Header name' })
    const before = await names.count()
    await this.page.getByRole('button', { name: 'Add header' }).click()
    await names.nth(before).fill(name)
    await this.page.getByRole('textbox', { name: 'Header value' }).nth(before).fill(value)
  }

  /** Opens the settings of how it is delivered to. */
  openDelivery = () =>
    this.page
      .getByRole('region', { name: /^Delivery/ })
      .getByRole('button')
      .first()
      .click()

  sendTest = () => this.page.getByRole('button', { name: 'Send test alert' }).click()
  submit = () => this.page.getByRole('button', { name: /^(Create destination|Save changes)$/ }).click()

  /** Creates what the form describes. @returns the new destination's id. */
  async finish(): Promise<string> {
    await this.submit()
    await this.page.waitForURL('**/destinations/new?done=*')
    return new URL(this.page.url()).searchParams.get('done') ?? ''
  }
}
