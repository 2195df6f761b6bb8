import { expect, SIGNED_OUT, test } from './fixtures'
import { visit } from './house/hydrated'
import { DestinationsPage } from './pages/destinations-page'
import { SignInPage } from './pages/sign-in-page'

const READER = 'reader@example.com'
test.use({ storageState: SIGNED_OUT })

test('who may only read sees everything, is offered no change, and is refused one', async ({
  page,
  console,
  given,
  expectProblem,
}) => {
  expectProblem(/403/)
  const { id, displayName } = await given.destination()
  const printed = await console.command(
    'users',
    'create',
    '--email',
    READER,
    '--name',
    'Reader',
    '--role',
    'AnalystReadOnly',
  )
  const password = /password (\S+)/.exec(printed)?.[1] ?? ''
  const signIn = new SignInPage(page)
  await signIn.open()
  await signIn.signIn({ email: READER, password })
  await expect(page).toHaveURL('/destinations')

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

  for (const path of ['/destinations/new', `/destinations/${id}/edit`, '/detections/new']) {
    expect(await visit(page, path), path).toBe(403)
    await expect(page.getByText('Your role may not do this')).toBeVisible()
  }
})
