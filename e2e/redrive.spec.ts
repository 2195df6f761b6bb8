import { expect, test } from './fixtures'
import { AlertPage } from './pages/alert-page'
import { AlertsPage } from './pages/alerts-page'
import { DestinationPage } from './pages/destination-page'
import { RedriveDialog } from './pages/redrive-dialog'

const settings = { url: 'https://hooks.example.com/in/again' }
const REFUSAL = { status: 400, body: 'not like this' }

test('a dead letter is found, its redrive says first what it will send, and the new delivery names the old one', async ({
  page,
  given,
  receivers,
}) => {
  const { id, displayName } = await given.destination({ severities: [], settings })
  receivers.webhook.answerNext(REFUSAL)
  const { id: alertId, title } = await given.alert({ destinations: [displayName] })
  const first = await receivers.webhook.expectRequest()
  const alerts = new AlertsPage(page)
  await alerts.open()
  await alerts.filter('Delivery', 'Failed')
  await expect(page).toHaveURL('/alerts?delivery=failed')
  await expect(alerts.row(title)).toContainText(`${displayName}: Failed`)
  await expect(alerts.waiting('Failed')).toBeVisible()

  const destination = new DestinationPage(page)
  await destination.openLog(id)
  await destination.filterByState('Failed')
  await destination.delivery(title).click()
  const attempt = await destination.openAttempt()
  await expect(attempt).toContainText('400')
  await destination.redrive()
  const redrive = new RedriveDialog(page)
  await expect(redrive.dryRun()).toContainText('1 delivery to 1 destination')
  await expect(redrive.dryRun().getByRole('listitem')).toContainText(displayName)
  expect(receivers.webhook.unexpected()).toEqual([])
  await redrive.start()
  const second = await receivers.webhook.expectRequest()
  await expect(redrive.progress()).toContainText('1 of 1 finished: 1 delivered')
  expect(JSON.parse(second.body)).toMatchObject({ alertId, title })
  expect(second.headers['webhook-id']).not.toBe(first.headers['webhook-id'])

  const alert = new AlertPage(page)
  await alert.open(alertId)
  await alert.show('Routing and deliveries')
  const deliveries = alert.deliveries(displayName)
  await expect(deliveries).toContainText(['ada sent an earlier delivery again, among others', 'Failed'])
  await expect(deliveries.first()).toContainText('Delivered')
  const earlier = await deliveries.last().getAttribute('id')
  await expect(deliveries.first().getByRole('link', { name: 'an earlier delivery' })).toHaveAttribute(
    'href',
    `#${earlier}`,
  )
})

test('a failed delivery is sent again from its alert, as one that names it', async ({ page, given, receivers }) => {
  const { displayName } = await given.destination({ severities: [], settings })
  receivers.webhook.answerNext(REFUSAL)
  const { id } = await given.alert({ destinations: [displayName] })
  await receivers.webhook.expectRequest()
  const alert = new AlertPage(page)
  await alert.open(id)
  await alert.show('Routing and deliveries')
  await alert.deliveriesTo(displayName).getByRole('button', { name: 'Re-send' }).click()
  await receivers.webhook.expectRequest()
  await expect(alert.deliveriesTo(displayName)).toContainText('Delivered')
  await expect(alert.deliveriesTo(displayName)).toContainText('ada sent an earlier delivery again')
})
