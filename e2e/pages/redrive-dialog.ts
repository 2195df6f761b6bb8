import type { Page } from '@playwright/test'

/** What sends failed deliveries again, and shows how far that is. */
export class RedriveDialog {
  constructor(readonly page: Page) {}

  /** What would be sent, before anything is. */
  dryRun = () => this.dialog('Send failed deliveries again').getByRole('region', { name: 'What will be sent' })
  start = () =>
    this.dialog('Send failed deliveries again')
      .getByRole('button', { name: /^Send \d/ })
      .click()
  progress = () => this.dialog('Sending again').getByRole('status')

  private dialog = (name: string) => this.page.getByRole('dialog', { name })
}
