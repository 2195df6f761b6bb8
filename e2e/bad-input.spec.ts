import { randomUUID } from 'node:crypto'
import { expect, test, unique } from './fixtures'
import { visit } from './house/hydrated'
import { DestinationForm } from './pages/destination-form'

const URL_SETTING = { 'Webhook URL': 'https://hooks.example.com/in' }

test('a display name that is taken is refused at its field, and what was typed stays', async ({ page, given }) => {
  const { displayName } = await given.destination()
  const form = new DestinationForm(page)
  await form.create('Custom Webhook')
  await form.fill({ ...URL_SETTING, 'Display Name': displayName })
  await form.submit()
  await expect(form.summary()).toContainText('exists already')
  await expect(form.summary()).toBeFocused()
  await expect(form.setting('Webhook URL')).toHaveValue(URL_SETTING['Webhook URL'])
  await form.summary().getByRole('button').first().click()
  await expect(form.displayName()).toBeFocused()
  await form.fill({ 'Display Name': unique('renamed') })
  await form.finish()
})

const NAMES = [
  { title: 'a forbidden character', name: "Ada's alerts", problem: "A display name cannot contain '" },
  { title: 'more than 100 characters', name: 'x'.repeat(101), problem: 'at most 100 characters; this one has 101' },
  { title: 'SKIP', name: 'SKIP', problem: 'SKIP cannot be a display name' },
  { title: 'nothing', name: '  ', problem: 'Give it a display name.' },
]
for (const { title, name, problem } of NAMES) {
  test(`a display name with ${title} is refused with the reason`, async ({ page }) => {
    const form = new DestinationForm(page)
    await form.create('Custom Webhook')
    await form.fill({ ...URL_SETTING, 'Display Name': name })
    await form.submit()
    await expect(form.summary()).toContainText(problem)
    await expect(form.displayName()).toHaveAttribute('aria-invalid', 'true')
  })
}

const ADDRESSES = [
  { title: 'is malformed', url: 'hooks.example.com/in', problem: 'Enter a whole address' },
  { title: 'is private', url: 'http://10.1.2.3/hook', problem: 'SWITCHYARD_EGRESS_ALLOW' },
  {
    title: 'is a loopback address in an odd spelling',
    url: 'http://0x7f000001/',
    problem: 'unusual spelling of the address 127.0.0.1',
  },
  { title: 'holds a password', url: 'https://ada:secret@hooks.example.com/', problem: 'no user name or password' },
  { title: 'is over 2,000 characters', url: `https://a.example/${'x'.repeat(2000)}`, problem: '2000 characters' },
]
for (const { title, url, problem } of ADDRESSES) {
  test(`a webhook address that ${title} is refused, in a save as in a test`, async ({ page }) => {
    const form = new DestinationForm(page)
    await form.create('Custom Webhook')
    await form.fill({ 'Display Name': unique('address'), 'Webhook URL': url })
    await form.submit()
    await expect(form.summary()).toContainText(problem)
    await expect(form.setting('Webhook URL')).toHaveValue(url)
    await form.sendTest()
    await expect(page.getByText('The test alert was not sent')).toBeVisible()
  })
}

test('a Slack address of another site, and a PagerDuty key that is too short, are refused', async ({ page }) => {
  const form = new DestinationForm(page)
  await form.create('Slack')
  await form.fill({ 'Display Name': unique('slack'), 'Webhook URL': 'https://hooks.slack.com.evil.example/services/x' })
  await form.submit()
  await expect(form.summary()).toContainText('A Slack webhook address starts with https://hooks.slack.com/services/.')
  page.on('dialog', (dialog) => dialog.accept())
  await form.create('PagerDuty')
  await form.fill({ 'Display Name': unique('pagerduty'), 'Integration key': 'short' })
  await form.submit()
  await expect(form.summary()).toContainText('An integration key is exactly 32 letters and digits.')
})

test('a type that does not exist is said on the page that offers those that do', async ({ page }) => {
  expect(await visit(page, '/destinations/new?type=pigeon')).toBe(200)
  await expect(page.getByText('There is no destination type "pigeon"')).toBeVisible()
  await expect(page.getByRole('link', { name: /^Slack/ })).toBeVisible()
})

const MISSING = [
  `/destinations/${randomUUID()}`,
  '/destinations/not-an-id',
  `/destinations/${randomUUID()}/edit`,
  '/detections/No.Such.Rule',
  '/nowhere',
]
for (const path of MISSING) {
  test(`${path.replace(/[0-9a-f-]{36}/, '<unknown id>')} answers 404 with a page that leads on`, async ({
    page,
    expectProblem,
  }) => {
    expectProblem(/404/)
    expect(await visit(page, path)).toBe(404)
    await expect(page.getByText('There is nothing at this address')).toBeVisible()
    await page.getByRole('link', { name: 'Go to Alert Destinations' }).click()
    await expect(page).toHaveURL('/destinations')
  })
}

test('a list address full of nonsense shows what can be read of it', async ({ page, given }) => {
  await given.destination()
  expect(await visit(page, '/destinations?severity=LOUD&health=,&sort=%00&order=up&page=-3')).toBe(200)
  await expect(page.getByRole('table', { name: 'Alert Destinations' })).toBeVisible()
})
