import type { Page } from '@playwright/test'
import { expect, test, unique } from './fixtures'
import { visit } from './house/hydrated'
import { AlertPage } from './pages/alert-page'
import { DestinationForm } from './pages/destination-form'

const CANARY = 'canary7f3b1d'
const SIGNING_SECRET = `whsec_${Buffer.from(`${CANARY}-signing-secret-32-byte`).toString('base64')}`
const INTEGRATION_KEY = CANARY.padEnd(32, '0')
/** Every form in which a canary could appear. */
const FORMS = [
  CANARY,
  SIGNING_SECRET.slice(6, 40),
  Buffer.from(CANARY).toString('hex'),
  Buffer.from(CANARY).toString('base64'),
]

test('secrets that were typed are in no page, answer, log or row afterwards', async ({
  page,
  console,
  given,
  receivers,
}) => {
  const form = new DestinationForm(page)
  await form.create('Custom Webhook')
  const name = unique('canary')
  await form.fill({
    'Display Name': name,
    'Webhook URL': `${receivers.webhook.url}/in/${CANARY}`,
    'Signing secret': SIGNING_SECRET,
  })
  await form.addHeader('Authorization', `Bearer ${CANARY}`)
  await form.sendTest()
  await expect(form.attempt()).toBeVisible()
  await receivers.webhook.expectRequest()
  // What a receiver echoes must not come back either.
  receivers.webhook.answerNext({ status: 500, body: `you sent ${CANARY} as Bearer ${CANARY}` })
  const webhook = await form.finish()
  await form.sendTest()
  await expect(form.attempt()).toContainText('500')
  await receivers.webhook.expectRequest()
  receivers.webhook.answerNext({ status: 200, body: `you sent ${CANARY} as Bearer ${CANARY}` })
  const alert = await given.alert({ destinations: [name] })
  await receivers.webhook.expectRequest(({ body }) => body.includes(alert.title))
  await form.create('PagerDuty')
  await form.fill({ 'Display Name': unique('canary'), 'Integration key': INTEGRATION_KEY })
  const pagerduty = await form.finish()

  const answers = watchAnswers(page)
  for (const id of [webhook, pagerduty]) {
    for (const path of ['', '/edit', '?tab=deliveries', '?tab=history']) await visit(page, `/destinations/${id}${path}`)
    await visit(page, `/destinations/new?from=${id}`)
    for (const path of ['', '/deliveries', '/revisions', '/dependants']) {
      const answer = await page.request.get(`/api/destinations/${id}${path}`)
      expect(answer.status()).toBe(200)
      answers.push(answer.text())
    }
  }
  const ofAlert = new AlertPage(page)
  await ofAlert.open(alert.id)
  await ofAlert.show('Routing and deliveries')
  const attempt = await ofAlert.openAttempt(name)
  await attempt.getByRole('tab', { name: 'Answer' }).click()
  await expect(attempt.getByRole('region', { name: 'Answer body' })).toContainText('you sent')
  await visit(page, '/destinations')
  const answered = (await Promise.all(answers)).join('\n')
  expect(answered).toContain(webhook)
  expectNoCanary('an answer', answered)
  expectNoCanary('the log', console.printed())
  for (const { name } of await console.sql(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`)) {
    const rows = await console.sql(`SELECT t::text AS row FROM "${name}" t`)
    expectNoCanary(`the table ${name}`, rows.map(({ row }) => String(row)).join('\n'))
  }
  const stored = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
  )
  expectNoCanary('the browser', stored)
})

function expectNoCanary(place: string, text: string) {
  expect(
    FORMS.filter((form) => text.includes(form)),
    `a secret in ${place}`,
  ).toEqual([])
}

/** The texts of all that the server answers from now on. */
function watchAnswers(page: Page): Promise<string>[] {
  const answers: Promise<string>[] = []
  // A body that the browser has let go of cannot be read: a redirect has none.
  page.on('response', (response) => answers.push(response.text().catch(() => '')))
  return answers
}
