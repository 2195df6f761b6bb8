import { expect, test, unique } from './fixtures'
import { expectToBeSigned } from './house/schemas'
import { DestinationForm } from './pages/destination-form'
import { DestinationsPage } from './pages/destinations-page'

const SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`
const HEADERS = [{ name: 'X-Token', value: 'token-of-mine' }]
const settings = (path: string) => ({
  url: `https://hooks.example.com${path}`,
  signingSecret: SECRET,
  headers: HEADERS,
})

test('an edit that leaves the secrets blank keeps them: a test still arrives with the old ones', async ({
  page,
  given,
  receivers,
}) => {
  const { id, displayName } = await given.destination({ settings: settings('/in/kept') })
  const form = new DestinationForm(page)
  await form.edit(id)
  await expect(form.setting('Webhook URL')).toHaveValue('')
  await expect(form.setting('Webhook URL')).toHaveAttribute('placeholder', 'Leave blank to keep')
  await form.fill({ 'Display Name': `${displayName} renamed` })
  await form.submit()
  await expect(page).toHaveURL(`/destinations/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: `${displayName} renamed` })).toBeVisible()

  await page.getByRole('button', { name: 'Send test alert' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send test alert' }).click()
  await expect(form.attempt()).toContainText('The receiver took the alert.')
  const request = await receivers.webhook.expectRequest((sent) => sent.path === '/in/kept')
  expectToBeSigned(request, SECRET)
  expect(request.headers['x-token']).toBe('token-of-mine')
})

test('a change of host asks for the stored secrets again, before a test as before a save', async ({
  page,
  given,
  receivers,
}) => {
  const { id } = await given.destination({ settings: settings('/in/moving') })
  const form = new DestinationForm(page)
  await form.edit(id)
  await form.fill({ 'Webhook URL': 'https://other.example.com/in/moved' })
  await expect(page.getByText('Stored secrets do not go to another place')).toBeVisible()
  await form.sendTest()
  await expect(page.getByText('The test alert was not sent')).toBeVisible()
  await form.submit()
  await expect(form.summary()).toContainText('The address changed, so the stored secret is asked for again.')
  expect(receivers.webhook.unexpected()).toEqual([])

  await form.fill({ 'Signing secret': SECRET, 'Header value': 'another-token' })
  await form.sendTest()
  await expect(form.attempt()).toContainText('The receiver took the alert.')
  await receivers.webhook.expectRequest((sent) => sent.headers['x-token'] === 'another-token')
  await form.submit()
  await expect(page).toHaveURL(`/destinations/${id}`)
  await expect(page.getByText('https://other.example.com')).toBeVisible()
})

test('the second of two editors is told, sees what changed, loses nothing, and decides', async ({
  page,
  context,
  given,
}) => {
  const { id, displayName } = await given.destination()
  const first = new DestinationForm(page)
  const second = new DestinationForm(await context.newPage())
  await first.edit(id)
  await second.edit(id)
  await first.fill({ 'Display Name': `${displayName} first` })
  await first.submit()
  await expect(page).toHaveURL(`/destinations/${id}`)

  await second.fill({ 'Display Name': `${displayName} second` })
  await second.submit()
  await expect(second.page.getByText('Somebody else saved first')).toBeVisible()
  await expect(second.displayName()).toHaveValue(`${displayName} second`)
  await second.page.getByRole('button', { name: 'Show what changed' }).click()
  const difference = second.page.getByRole('row').filter({ hasText: 'Display Name' })
  await expect(difference).toContainText(`${displayName} first`)
  await expect(difference).toContainText(`${displayName} second`)
  await second.page.getByRole('button', { name: 'Save mine over it' }).click()
  await expect(second.page).toHaveURL(`/destinations/${id}`)
  await expect(second.page.getByRole('heading', { level: 1, name: `${displayName} second` })).toBeVisible()
})

test('a duplicate copies everything but the secrets', async ({ page, given, console }) => {
  const { id, displayName } = await given.destination({
    settings: settings('/in/copied'),
    severities: ['LOW'],
    logTypes: ['Okta.SystemLog'],
  })
  const list = new DestinationsPage(page)
  await list.open(`?q=${encodeURIComponent(displayName)}`)
  await list.choose(displayName, 'Duplicate')
  await expect(page.getByRole('heading', { level: 1, name: `Duplicate ${displayName}` })).toBeVisible()
  const form = new DestinationForm(page)
  await expect(form.chip('Severity Levels', 'LOW')).toHaveAttribute('aria-pressed', 'true')
  await expect(form.setting('Webhook URL')).toHaveValue('')
  await expect(form.setting('Header name')).toHaveValue('X-Token')
  await expect(form.setting('Header value')).toHaveValue('')
  expect(await form.setting('Signing secret').inputValue()).not.toBe(SECRET)

  const copy = unique('copy')
  await form.fill({ 'Display Name': copy })
  await form.submit()
  await expect(form.summary()).toContainText('Webhook URL is required.')
  await form.fill({ 'Webhook URL': 'https://hooks.example.com/in/copy', 'Header value': 'its-own' })
  const copied = await form.finish()
  expect(copied).not.toBe(id)
  const rows = await console.sql('SELECT severities, log_types FROM destination WHERE id = $1', [copied])
  expect(rows).toEqual([{ severities: ['LOW'], log_types: ['Okta.SystemLog'] }])
})

test('what was typed outlives a reload, without the secrets', async ({ page, given }) => {
  const { id, displayName } = await given.destination()
  const form = new DestinationForm(page)
  await form.edit(id)
  await form.fill({ 'Display Name': `${displayName} typed`, 'Webhook URL': 'https://hooks.example.com/in/typed' })
  page.on('dialog', (dialog) => dialog.accept())
  await form.edit(id)
  await expect(page.getByText('Your draft was restored')).toBeVisible()
  await expect(form.displayName()).toHaveValue(`${displayName} typed`)
  await expect(form.setting('Webhook URL')).toHaveValue('')
})
