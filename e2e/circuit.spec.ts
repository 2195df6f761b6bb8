import { expect, test } from './fixtures'
import { AlertPage } from './pages/alert-page'
import { DestinationForm } from './pages/destination-form'
import { DestinationPage } from './pages/destination-page'
import { DestinationsPage } from './pages/destinations-page'

test('a destination that refuses its credentials holds what follows, says so, and delivers it once new settings are saved', async ({
  page,
  given,
  receivers,
}) => {
  const settings = { url: 'https://hooks.example.com/in/refused' }
  const { id, displayName } = await given.destination({ severities: [], settings })
  receivers.webhook.answerNext({ status: 401, body: 'no such key' })
  const refused = await given.alert({ destinations: [displayName] })
  await receivers.webhook.expectRequest((request) => request.path === '/in/refused')
  // The page itself asks too seldom for a test to wait for it.
  const health = async () => (await (await page.request.get(`/api/destinations/${id}`)).json()).health.state
  await expect.poll(health).toBe('circuit-open')
  const held = [await given.alert({ destinations: [displayName] }), await given.alert({ destinations: [displayName] })]
  const destination = new DestinationPage(page)
  await destination.open(id)
  await expect(page.getByText('2 deliveries are held')).toContainText('401')
  const list = new DestinationsPage(page)
  await list.open(`?q=${encodeURIComponent(displayName)}&health=circuit-open`)
  await expect(list.row(displayName)).toContainText('Circuit open')
  await expect(list.row(displayName)).toContainText('2 held')

  const form = new DestinationForm(page)
  await form.edit(id)
  await form.fill({ 'Webhook URL': 'https://hooks.example.com/in/mended' })
  await form.submit()
  await expect(page).toHaveURL(`/destinations/${id}`)
  for (const { title } of held) {
    await receivers.webhook.expectRequest(({ path, body }) => path === '/in/mended' && body.includes(title))
  }
  await expect.poll(health).toBe('delivering')
  await destination.open(id)
  await expect(page.getByText('Delivering')).toBeVisible()
  await expect(page.getByText('Circuit open')).toHaveCount(0)

  // What was refused is a dead letter: nobody said that it should be sent again.
  const alert = new AlertPage(page)
  await alert.open(refused.id)
  await expect(page.getByRole('list', { name: 'Destinations it went to' })).toContainText('Failed')
})
