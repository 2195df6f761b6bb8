import { expect, test, unique } from './fixtures'
import { expectToBeSigned, expectToMatchSchema } from './house/schemas'
import { DestinationForm } from './pages/destination-form'
import { DestinationsPage } from './pages/destinations-page'

const DELIVERED = 'The receiver took the alert.'

test('a Slack destination is tested before and after it is saved, and shown in the list', async ({
  page,
  receivers,
}) => {
  const name = unique('slack')
  const path = `/services/T0/B0/${name.slice(-8)}`
  const form = new DestinationForm(page)
  await form.create('Slack')
  await form.fill({ 'Webhook URL': `https://hooks.slack.com${path}`, 'Posts to': '#security' })
  await form.sendTest()
  await expect(form.attempt()).toContainText(DELIVERED)
  const before = await receivers.slack.expectRequest((request) => request.path === path)
  expectToMatchSchema(before, 'slack-incoming-webhook')
  await expect(form.attempt()).not.toContainText(path)

  await form.fill({ 'Display Name': name })
  await form.chooseOnly('Severity Levels', ['HIGH', 'CRITICAL'])
  await form.chooseOnly('Alert Types', ['Rule Matches'])
  await form.addLogType('Okta.SystemLog')
  await form.finish()
  await expect(page.getByRole('heading', { level: 1, name: `${name} is created` })).toBeVisible()
  await form.sendTest()
  await expect(form.attempt()).toContainText(DELIVERED)
  expectToMatchSchema(await receivers.slack.expectRequest(), 'slack-incoming-webhook')

  const list = new DestinationsPage(page)
  await list.open()
  const row = list.row(name)
  await expect(row).toContainText('Slack')
  await expect(row).toContainText('#security')
  await expect(row).toContainText('1 of 8')
  await expect(row).toContainText('Okta.SystemLog')
  await expect(row).toContainText('Delivering')
})

test('a PagerDuty destination opens an incident in the form of the Events API', async ({ page, receivers }) => {
  const name = unique('pagerduty')
  const key = 'c0ffee00'.repeat(4)
  const form = new DestinationForm(page)
  await form.create('PagerDuty')
  await form.fill({ 'Display Name': name, 'Integration key': key })
  await form.sendTest()
  await expect(form.attempt()).toContainText(DELIVERED)
  const request = await receivers.pagerduty.expectRequest()
  const event = expectToMatchSchema(request, 'pagerduty-enqueue')
  expect(event).toMatchObject({ routing_key: key, event_action: 'trigger', payload: { severity: 'info' } })
  await expect(form.attempt()).not.toContainText(key)
  const id = await form.finish()
  await page.getByRole('link', { name: 'Open destination' }).click()
  await expect(page).toHaveURL(`/destinations/${id}`)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
})

test('a Custom Webhook sends the thirteen keys in order, its headers, and a signature that verifies', async ({
  page,
  receivers,
}) => {
  const form = new DestinationForm(page)
  await form.create('Custom Webhook')
  const secret = await form.setting('Signing secret').inputValue()
  expect(secret).toMatch(/^whsec_/)
  await form.fill({ 'Display Name': unique('webhook'), 'Webhook URL': `${receivers.webhook.url}/in/new` })
  await form.addHeader('Authorization', 'Bearer token-of-mine')
  await form.sendTest()
  await expect(form.attempt()).toContainText(DELIVERED)
  const request = await receivers.webhook.expectRequest()
  expectToBeSigned(request, secret)
  expect(request.headers.authorization).toBe('Bearer token-of-mine')
  expect(Object.keys(JSON.parse(request.body))).toEqual(
    'id createdAt severity type link title name alertId alertContext description runbook tags version'.split(' '),
  )
  await expect(form.attempt()).not.toContainText('token-of-mine')

  await form.finish()
  await form.sendTest()
  await expect(form.attempt()).toContainText(DELIVERED)
  expectToBeSigned(await receivers.webhook.expectRequest(), secret)
})

test('a test alert that fails says what was answered and what to do, and saves nothing', async ({
  page,
  receivers,
  console,
}) => {
  const name = unique('failing')
  const form = new DestinationForm(page)
  await form.create('Slack')
  await form.fill({ 'Display Name': name, 'Webhook URL': 'https://hooks.slack.com/services/T0/B0/gone' })
  receivers.slack.answerNext({ status: 404, body: 'no_service' })
  await form.sendTest()
  await receivers.slack.expectRequest()
  await expect(form.attempt()).toContainText('404')
  await expect(form.attempt()).toContainText('no_service')
  const help = form.attempt().getByRole('link', { name: 'More about this' })
  await expect(help).toHaveAttribute('href', '/docs/troubleshooting#address-gone')
  await expect(form.displayName()).toHaveValue(name)
  expect(await console.sql('SELECT id FROM destination WHERE display_name = $1', [name])).toEqual([])
})
