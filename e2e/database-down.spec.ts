import { ADMINISTRATOR, test as base, expect } from './fixtures'
import { hydrated } from './house/hydrated'
import { type RunningConsole, START_TIMEOUT_MS, startConsole } from './house/start-console'
import { DestinationForm } from './pages/destination-form'

const test = base.extend<object, { console: RunningConsole }>({
  console: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const own = await startConsole({
        SWITCHYARD_ADMIN_EMAIL: ADMINISTRATOR.email,
        SWITCHYARD_ADMIN_PASSWORD: ADMINISTRATOR.password,
      })
      await use(own)
      await own.stop()
    },
    { scope: 'worker', timeout: START_TIMEOUT_MS },
  ],
})

test('while the database is down the console says so, keeps what was typed, and comes back by itself', async ({
  page,
  context,
  console,
  expectProblem,
}) => {
  expectProblem(/503/)
  const form = new DestinationForm(page)
  await form.create('Custom Webhook')
  await form.fill({ 'Display Name': 'kept', 'Webhook URL': 'https://hooks.example.com/in' })
  const letItStart = console.endDatabase()
  await expect.poll(async () => (await context.request.get('/readyz')).status()).toBe(503)
  expect((await context.request.get('/healthz')).status()).toBe(200)

  await form.submit()
  await expect(form.summary()).toContainText(/database/i)
  await expect(form.displayName()).toHaveValue('kept')
  await expect(form.setting('Webhook URL')).toHaveValue('https://hooks.example.com/in')

  const other = await context.newPage()
  const answer = await other.goto('/destinations')
  expect(answer?.status()).toBe(503)
  await expect(other.getByRole('heading', { name: 'The database does not answer' })).toBeVisible()

  letItStart()
  await expect(other.getByText('Alerts have nowhere to go yet')).toBeVisible({ timeout: 60_000 })
  await hydrated(other)
  await form.submit()
  await expect(page.getByRole('heading', { level: 1, name: 'kept is created' })).toBeVisible()
})
