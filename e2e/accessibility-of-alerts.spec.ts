import { expect, test } from './fixtures'
import { accessible } from './house/accessible'
import { AlertPage } from './pages/alert-page'
import { AlertsPage } from './pages/alerts-page'
import { RedriveDialog } from './pages/redrive-dialog'

test.slow()

test('an alert has no accessibility violations, in any of its parts, nor has the list with its row chosen', async ({
  page,
  given,
  receivers,
}) => {
  const settings = { url: 'https://hooks.example.com/in/seen' }
  const { displayName } = await given.destination({ severities: [], settings })
  receivers.webhook.answerNext({ status: 400, body: 'not like this' })
  const { id, title } = await given.alert({
    destinations: [displayName, 'no-such-destination'],
    description: 'Somebody **tried** a password many times.',
    alertContext: { actor: { name: 'Ada', addresses: ['203.0.113.7'] } },
  })
  await receivers.webhook.expectRequest()
  const alert = new AlertPage(page)
  await alert.open(id)
  await expect(page.getByRole('list', { name: 'Destinations it went to' })).toContainText('Failed')
  await accessible(page, 'alert-overview')
  await alert.show('Routing and deliveries')
  await expect(await alert.openAttempt(displayName)).toBeVisible()
  await accessible(page, 'alert-deliveries')
  await page.getByRole('button', { name: 'Send to another destination' }).click()
  await expect(page.getByRole('radiogroup', { name: 'Destination' })).toContainText(displayName)
  await accessible(page, 'dispatch-dialog')
  await page.keyboard.press('Escape')
  await alert.show('Events')
  await expect(page.getByRole('article', { name: 'Event 1' })).toBeVisible()
  await accessible(page, 'alert-events')
  await alert.show('Activity')
  await alert.comment('It was the password manager.')
  await expect(alert.activity()).toHaveCount(2)
  await accessible(page, 'alert-activity')

  const alerts = new AlertsPage(page)
  await alerts.open()
  await alerts.choose(title)
  await page.getByRole('button', { name: 'More filters' }).click()
  await accessible(page, 'alerts-chosen')
  await page.getByRole('button', { name: 'Redrive' }).click()
  await expect(new RedriveDialog(page).dryRun()).toContainText('1 delivery to 1 destination')
  await accessible(page, 'redrive-dialog')
})
