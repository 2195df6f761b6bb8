import { expect, test, unique } from './fixtures'
import { AlertPage } from './pages/alert-page'
import { AlertsPage } from './pages/alerts-page'
import { TokensPage } from './pages/tokens-page'

test('an alert handed over with a token made here appears in the open list, and its page says where it went and why', async ({
  page,
  request,
  given,
  receivers,
}) => {
  const logType = `Custom.${unique('api').replace(' ', '')}`
  const settings = { url: `https://hooks.example.com/in/${logType}` }
  const takes = await given.destination({ severities: ['LOW'], logTypes: [logType], settings })
  const refuses = await given.destination({ severities: ['CRITICAL'], logTypes: [logType] })
  const tokens = new TokensPage(page)
  const tokenName = unique('pipeline')
  await tokens.open()
  const token = await tokens.create(tokenName, ['AlertModify'])
  await expect(tokens.row(tokenName)).toContainText('AlertModify')
  expect(await page.content()).not.toContain(token)

  const alerts = new AlertsPage(page)
  const title = unique('Ada is locked out')
  await alerts.open()
  const answer = await request.post('/v1/alerts', {
    headers: { 'X-API-Key': token },
    data: { detectionId: 'Okta.User.LockedOut', type: 'RULE', severity: 'LOW', logTypes: [logType], title },
  })
  expect(await answer.json()).toMatchObject({
    results: [{ outcome: 'routed', scenario: 3, destinations: [takes.displayName] }],
  })
  await expect(alerts.row(title)).toContainText(`${takes.displayName}: Delivered`)
  const sent = await receivers.webhook.expectRequest()
  expect(JSON.parse(sent.body)).toMatchObject({ id: 'Okta.User.LockedOut', title, severity: 'LOW' })

  await alerts.link(title).click()
  const alert = new AlertPage(page)
  await alert.show('Routing and deliveries')
  await expect(alert.routing()).toContainText('Scenario 3')
  await expect(alert.chosen()).toHaveCount(1)
  await expect(alert.chosen()).toContainText(takes.displayName)
  await expect(alert.notChosen(refuses.displayName)).toContainText('LOW is not among CRITICAL')
  const attempt = await alert.openAttempt(takes.displayName)
  await expect(attempt.getByRole('region', { name: 'Request body' })).toContainText(title)
  await attempt.getByRole('tab', { name: 'Answer' }).click()
  await expect(attempt.getByRole('region', { name: 'Answer body' })).toContainText('received')
})

test('a token that is revoked lets nobody in any more', async ({ page, request }) => {
  const tokens = new TokensPage(page)
  const name = unique('leaver')
  await tokens.open()
  const headers = { 'X-API-Key': await tokens.create(name, ['AlertRead']) }
  const ask = async () => (await request.get('/v1/api-tokens/self', { headers })).status()
  expect(await ask()).toBe(200)
  await tokens.revoke(name)
  await expect(tokens.row(name)).toHaveCount(0)
  await expect.poll(ask).toBe(401)
})
