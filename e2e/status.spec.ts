import { expect, test, unique } from './fixtures'
import { AlertPage } from './pages/alert-page'
import { AlertsPage } from './pages/alerts-page'

test('status, assignee and comments change as they are chosen, a second window follows, and history says who did it', async ({
  page,
  context,
  given,
}) => {
  const { id, title } = await given.alert({ destinations: ['SKIP'] })
  const second = new AlertsPage(await context.newPage())
  await second.open(`?status=OPEN,TRIAGED&q=${encodeURIComponent(title)}`)
  await expect(second.row(title)).toContainText('Open')

  // A page behind another draws one frame a second, which every press would wait for.
  await page.bringToFront()
  const alert = new AlertPage(page)
  await alert.open(id)
  await alert.choose('Status', 'Triaged')
  await expect(alert.state('Status')).toContainText('Triaged')
  await alert.choose('Assignee', 'ada')
  await expect(alert.state('Assignee')).toContainText('ada')
  await expect(second.row(title)).toContainText('Triaged')
  await expect(second.row(title)).toContainText('ada')

  await alert.show('Activity')
  const said = unique('It was the password manager')
  await alert.comment(said)
  await expect(alert.activity()).toContainText([
    'accepted it; the detection wanted it to go nowhere',
    'ada set the status from Open to Triaged',
    'ada assigned it to ada',
    said,
  ])
  await expect(page.getByRole('article', { name: 'Comment by ada' })).toContainText(said)

  await alert.choose('Status', 'Resolved')
  await expect(second.row(title)).toHaveCount(0)
})

test('alerts that are chosen in the list get a status together', async ({ page, given }) => {
  const detectionId = unique('Rule.Bulk').replace(' ', '.')
  const [first, second] = [
    await given.alert({ detectionId, destinations: ['SKIP'] }),
    await given.alert({ detectionId, destinations: ['SKIP'] }),
  ]
  const alerts = new AlertsPage(page)
  await alerts.open(`?status=OPEN,CLOSED&detection=${detectionId}`)
  for (const { title } of [first, second]) await alerts.choose(title)
  await page.getByRole('region', { name: 'Chosen alerts' }).getByRole('button', { name: 'Set status' }).click()
  await page.getByRole('menuitemradio', { name: 'Invalid' }).click()
  for (const { title } of [first, second]) await expect(alerts.row(title)).toContainText('Invalid')
})
