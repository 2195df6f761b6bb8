import { test as base, expect, SIGNED_OUT } from './fixtures'
import { accessible } from './house/accessible'
import { visit } from './house/hydrated'
import { type RunningConsole, START_TIMEOUT_MS, startConsole } from './house/start-console'
import { SetUpPage } from './pages/set-up-page'

const PERSON = { name: 'Ada Reyes', email: 'ada@example.com', password: 'correct-horse-battery' }

const test = base.extend<object, { console: RunningConsole }>({
  console: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const fresh = await startConsole({})
      await use(fresh)
      await fresh.stop()
    },
    { scope: 'worker', timeout: START_TIMEOUT_MS },
  ],
})

test.use({ storageState: SIGNED_OUT })

test('the first visit asks for the token, and of two submissions one creates the administrator', async ({
  page,
  context,
  console,
}) => {
  const token = console.setUpToken ?? ''
  await visit(page, '/destinations')
  await expect(page).toHaveURL('/setup')
  await accessible(page, 'set-up')

  const setUp = new SetUpPage(page)
  await setUp.fill({ ...PERSON, token: 'not-the-token' })
  await setUp.submit()
  await expect(page.getByText('This is not the set-up token that the server printed')).toBeVisible()
  await expect(page.getByLabel('Your name')).toHaveValue(PERSON.name)

  const second = new SetUpPage(await context.newPage())
  await second.open()
  await second.fill({ ...PERSON, email: 'second@example.com', token })
  await setUp.fill({ ...PERSON, token })
  await setUp.submit()
  await expect(page).toHaveURL('/destinations')
  await second.submit()
  await expect(second.page.getByText('Set-up is done already.')).toBeVisible()

  await expect(page.getByRole('heading', { name: 'Alert Destinations' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Create New' }).first()).toBeVisible()
  await accessible(page, 'destinations-empty')
  await visit(page, '/alerts')
  await expect(page.getByText('No alert yet')).toBeVisible()
  await accessible(page, 'alerts-empty')
  await visit(page, '/settings/tokens')
  await expect(page.getByText('No program comes in yet')).toBeVisible()
  await accessible(page, 'tokens-empty')
  expect(await console.sql('SELECT email FROM "user"')).toEqual([{ email: PERSON.email }])
  expect(await console.sql('SELECT * FROM setup_token')).toEqual([])
})
