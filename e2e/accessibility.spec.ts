import { expect, SIGNED_OUT, test } from './fixtures'
import { accessible } from './house/accessible'
import { visit } from './house/hydrated'
import { DestinationForm } from './pages/destination-form'
import { DestinationsPage } from './pages/destinations-page'

test.slow()

const SCREENS = [
  ['destinations', '/destinations'],
  ['destination-types', '/destinations/new'],
  ['destination-new-slack', '/destinations/new?type=slack'],
  ['destination-new-pagerduty', '/destinations/new?type=pagerduty'],
  ['destination-new-webhook', '/destinations/new?type=custom-webhook'],
  ['detections', '/detections'],
  ['detection-new-files', '/detections/new?mode=files'],
  ['detection-new-written', '/detections/new?mode=write'],
  ['simulator', '/routing/simulator?severity=HIGH&overrides=nothing-here'],
  ['alerts', '/alerts'],
  ['alerts-none-matches', '/alerts?q=no-such-alert'],
  ['general', '/settings/general'],
  ['tokens', '/settings/tokens'],
  ['docs', '/docs/troubleshooting'],
  ['docs-api', '/docs/api'],
] as const

for (const [name, path] of SCREENS) {
  test(`${name} has no accessibility violations, light and dark, wide and narrow`, async ({ page, given }) => {
    await given.destination({ logTypes: ['Okta.SystemLog', 'AWS.CloudTrail'] })
    await given.detection({ overrides: ['no-such-destination'] })
    await given.alert({ severity: 'MEDIUM' })
    expect(await visit(page, path)).toBe(200)
    await accessible(page, name)
  })
}

test('a destination has none, in any of its tabs, nor has its edit form', async ({ page, given }) => {
  const { id, displayName } = await given.destination()
  await given.detection({ overrides: [displayName] })
  for (const tab of ['overview', 'deliveries', 'detections', 'history']) {
    await visit(page, `/destinations/${id}?tab=${tab}`)
    await accessible(page, `destination-${tab}`)
  }
  const form = new DestinationForm(page)
  await form.edit(id)
  await form.openDelivery()
  await accessible(page, 'destination-edit')
})

test('a detection has none, settings and code', async ({ page, given }) => {
  const { displayName } = await given.destination()
  const id = await given.detection({ overrides: [displayName, 'no-such-destination'] })
  for (const tab of ['settings', 'code']) {
    await visit(page, `/detections/${id}?tab=${tab}`)
    await accessible(page, `detection-${tab}`)
  }
})

test('open menus, dialogs, errors and attempts have none', async ({ page, given, receivers }) => {
  const { displayName } = await given.destination({ settings: { url: `${receivers.webhook.url}/in` } })
  await given.detection({ overrides: [displayName] })
  const list = new DestinationsPage(page)
  await list.open(`?q=${encodeURIComponent(displayName)}`)
  await list.menuButton(displayName).click()
  await accessible(page, 'menu-open')
  await page.keyboard.press('Escape')
  await list.choose(displayName, 'Delete')
  await accessible(page, 'delete-dialog')
  await page.keyboard.press('Escape')
  await list.choose(displayName, 'Send test alert')
  const form = new DestinationForm(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Send test alert' }).click()
  await expect(form.attempt()).toBeVisible()
  await receivers.webhook.expectRequest()
  await accessible(page, 'attempt')
  await form.create('Custom Webhook')
  await form.submit()
  await expect(form.summary()).toBeVisible()
  await accessible(page, 'form-errors')
})

test.describe('signed out', () => {
  test.use({ storageState: SIGNED_OUT })
  test('the sign-in page has none', async ({ page }) => {
    await visit(page, '/sign-in')
    await accessible(page, 'sign-in')
  })
})
