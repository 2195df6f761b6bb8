import { expect, test } from './fixtures'
import { visit } from './house/hydrated'
import { type StorageState, signedIn } from './house/signed-in'
import { AlertPage } from './pages/alert-page'
import { AlertsPage } from './pages/alerts-page'
import { DestinationsPage } from './pages/destinations-page'

const EMAIL = 'reader@example.com'
let reader: StorageState

test.beforeAll(async ({ browser, console }) => {
  const role = ['--role', 'AnalystReadOnly']
  const printed = await console.command('users', 'create', '--email', EMAIL, '--name', 'Reader', ...role)
  const password = /password (\S+)/.exec(printed)?.[1] ?? ''
  reader = await signedIn(browser, console, { email: EMAIL, password })
})

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
test.use({ storageState: async ({}, use) => use(reader) })

test('who may only read sees destinations, is offered no change, and is refused one', async ({
  page,
  given,
  expectProblem,
}) => {
  expectProblem(/403/)
  const { id, displayName } = await given.destination()
  const list = new DestinationsPage(page)
  await list.open(`?q=${encodeURIComponent(displayName)}`)
  await expect(list.row(displayName)).toBeVisible()
  await expect(list.menuButton(displayName)).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Create New' })).toHaveCount(0)
  await visit(page, `/destinations/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: displayName })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send test alert' })).toHaveCount(0)
  await visit(page, '/settings/general')
  await expect(page.getByText('Your role may see these settings and not change them.')).toBeVisible()

  for (const path of ['/destinations/new', `/destinations/${id}/edit`, '/detections/new', '/settings/tokens']) {
    expect(await visit(page, path), path).toBe(403)
    await expect(page.getByText('Your role may not do this')).toBeVisible()
  }
})

test('who may only read sees alerts with where they went and why, and no button that changes or sends one', async ({
  page,
  given,
  receivers,
}) => {
  const { displayName } = await given.destination({ severities: [], settings: { url: 'https://hooks.example.com/in' } })
  const { id, title } = await given.alert({ destinations: [displayName] })
  await receivers.webhook.expectRequest()
  const alerts = new AlertsPage(page)
  await alerts.open()
  await expect(alerts.row(title)).toContainText(`${displayName}: Delivered`)
  await expect(alerts.choice(title)).toHaveCount(0)

  const alert = new AlertPage(page)
  await alert.open(id)
  await expect(alert.state('Status')).toHaveCount(0)
  await alert.show('Routing and deliveries')
  await expect(alert.chosen()).toContainText(displayName)
  const attempt = await alert.openAttempt(displayName)
  await expect(attempt).toContainText('The receiver took the alert.')
  await expect(page.getByRole('button', { name: /send|cancel|redrive/i })).toHaveCount(0)
  await alert.show('Activity')
  await expect(alert.activity()).toHaveCount(1)
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveCount(0)
})
