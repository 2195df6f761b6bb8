import { expect, test } from './fixtures'
import { DestinationsPage } from './pages/destinations-page'
import { DetectionPage } from './pages/detection-page'

test('Destination Overrides change the receipt before anything is saved, and the YAML when it is', async ({
  page,
  given,
  console,
}) => {
  const { id: destinationId, displayName } = await given.destination({ severities: [] })
  const id = await given.detection()
  const detection = new DetectionPage(page)
  await detection.open(id)
  await expect(detection.receipt()).not.toContainText('Scenario 2')
  await detection.addOverride(displayName)
  await expect(detection.receipt()).toContainText('Scenario 2')
  await expect(detection.chosen()).toHaveCount(1)
  await expect(detection.chosen()).toContainText(displayName)
  const yamlOf = async () => String((await console.sql('SELECT yaml FROM detection WHERE id = $1', [id]))[0]?.yaml)
  expect(await yamlOf()).not.toContain('OutputIds')

  await detection.save()
  await expect(page.getByText('Changes that are not saved')).toHaveCount(0)
  expect(await yamlOf()).toMatch(new RegExp(`OutputIds:\\s+- "?${destinationId}"?`))

  const list = new DestinationsPage(page)
  await list.open(`?q=${encodeURIComponent(displayName)}`)
  await page.getByRole('link', { name: displayName }).click()
  await page.getByRole('tab', { name: /^Detections/ }).click()
  await expect(page.getByRole('link', { name: id })).toBeVisible()
})

test('the severity changes the receipt live, and leaving with changes asks first', async ({ page, given }) => {
  const { displayName } = await given.destination({ severities: ['CRITICAL'], logTypes: ['Okta.SystemLog'] })
  const id = await given.detection({ severity: 'Low' })
  const detection = new DetectionPage(page)
  await detection.open(id)
  await expect(detection.receipt()).toBeVisible()
  await expect(detection.chosen().filter({ hasText: displayName })).toHaveCount(0)
  await page.getByRole('radiogroup', { name: 'Severity' }).getByRole('radio', { name: 'CRITICAL' }).click()
  await expect(detection.chosen().filter({ hasText: displayName })).toBeVisible()
  await page.getByRole('link', { name: 'Detections' }).first().click()
  await expect(page.getByRole('alertdialog')).toContainText('Leave without saving?')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page).toHaveURL(`/detections/${id}`)
})

test('an override that names nothing is a fault, with the destination that was meant', async ({ page, given }) => {
  const { displayName } = await given.destination({ severities: [] })
  const id = await given.detection({ overrides: [displayName.replace('webhook', 'wehbook')] })
  const detection = new DetectionPage(page)
  await detection.open(id)
  const faults = detection.receipt().getByRole('list', { name: 'Faults', exact: true })
  await faults.getByRole('button', { name: `Use ${displayName}` }).click()
  await expect(detection.chosen()).toHaveCount(1)
  await expect(detection.chosen()).toContainText(displayName)
  await expect(faults).toHaveCount(0)
})

test('the second of two editors of a detection is told, and may save over', async ({
  page,
  context,
  given,
  console,
}) => {
  const id = await given.detection()
  const first = new DetectionPage(page)
  const second = new DetectionPage(await context.newPage())
  await first.open(id)
  await second.open(id)
  await page.getByRole('textbox', { name: 'Runbook' }).fill('of the first')
  await first.save()
  await expect(page.getByText('Changes that are not saved')).toHaveCount(0)
  await second.page.getByRole('textbox', { name: 'Runbook' }).fill('of the second')
  await second.save()
  await expect(second.page.getByText('Somebody else saved first')).toBeVisible()
  await expect(second.page.getByRole('textbox', { name: 'Runbook' })).toHaveValue('of the second')
  await second.page.getByRole('button', { name: 'Save mine over it' }).click()
  await expect
    .poll(async () => (await console.sql('SELECT yaml FROM detection WHERE id = $1', [id]))[0]?.yaml)
    .toContain('of the second')
})
