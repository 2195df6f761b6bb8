import type { Page } from '@playwright/test'
import { visit } from '../house/hydrated'

/** One detection, and the page that makes a new one. */
export class DetectionPage {
  constructor(readonly page: Page) {}

  open = (id: string) => visit(this.page, `/detections/${encodeURIComponent(id)}`)
  openNew = (mode: 'files' | 'write') => visit(this.page, `/detections/new?mode=${mode}`)

  yaml = () => this.page.getByRole('textbox', { name: 'YAML of the detection' })
  python = () => this.page.getByRole('textbox', { name: 'Python of the detection' })
  overrides = () => this.page.getByRole('combobox', { name: 'Destination Overrides' })
  receipt = () => this.page.getByRole('region', { name: 'Where alerts go' })
  chosen = () => this.receipt().getByRole('list', { name: 'Chosen destinations' }).getByRole('listitem')

  /** What is said to be wrong, above the form. */
  summary = () => this.page.getByRole('alert').filter({ has: this.page.getByRole('list') })

  async addOverride(destination: string) {
    await this.overrides().fill(destination)
    await this.page.getByRole('option', { name: destination }).first().click()
    await this.overrides().press('Escape')
  }

  save = () => this.page.getByRole('button', { name: 'Save changes' }).click()
}
