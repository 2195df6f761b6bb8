import { expect, test } from './fixtures'
import { AlertPage } from './pages/alert-page'

test('an alert is sent to another destination by hand, as a decision of its own beside the first', async ({
  page,
  given,
  receivers,
}) => {
  const settings = { url: 'https://hooks.example.com/in/elsewhere' }
  const { displayName } = await given.destination({ severities: [], settings })
  const { id, title } = await given.alert({ destinations: ['SKIP'] })
  const alert = new AlertPage(page)
  await alert.open(id)
  await alert.show('Routing and deliveries')
  await expect(alert.routing()).toContainText('Skipped')
  await expect(page.getByText('It was sent nowhere')).toBeVisible()
  await alert.sendTo(displayName)
  const sent = await receivers.webhook.expectRequest()
  expect(JSON.parse(sent.body)).toMatchObject({ alertId: id, title })
  await expect(alert.deliveriesTo(displayName)).toContainText('Delivered')
  await expect(alert.deliveriesTo(displayName)).toContainText('ada sent it here')

  const dispatch = alert
    .routing()
    .getByRole('group')
    .filter({ hasText: `Scenario 4 · ada sent it to ${displayName}` })
  await dispatch.getByText('Scenario 4').click()
  await expect(dispatch).toContainText('A person sent this alert there. The first decision stands.')
  await expect(alert.chosen()).toHaveCount(1)
  await expect(alert.chosen()).toContainText(displayName)
  await expect(alert.routing()).toContainText('destinations() returned a list with SKIP in it')
  await alert.show('Activity')
  await expect(alert.activity()).toContainText(['accepted it', `ada sent it to ${displayName}`])
})
