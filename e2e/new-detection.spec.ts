import { expect, test, unique } from './fixtures'
import { DetectionPage } from './pages/detection-page'

const PYTHON = 'def rule(event):\n    return True\n'
const newId = () => `Rule.${unique('new').replace(' ', '.')}`
const yamlOf = (id: string, severity = 'Low', logType = 'Okta.SystemLog') =>
  `AnalysisType: rule\nFilename: rule.py\nRuleID: ${id}\nEnabled: true\nLogTypes:\n  - ${logType}\nSeverity: ${severity}\n`

test('a detection is made of the files that are pasted', async ({ page, console }) => {
  const id = newId()
  const detection = new DetectionPage(page)
  await detection.openNew('files')
  await detection.yaml().fill(yamlOf(id, 'High'))
  await expect(page.getByText('Add the Python of rule.py to go on.')).toBeVisible()
  await detection.python().fill(PYTHON)
  await page.getByRole('button', { name: 'Create detection' }).click()
  await expect(page).toHaveURL(`/detections/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: id })).toBeVisible()
  const rows = await console.sql('SELECT severity, body FROM detection WHERE id = $1', [id])
  expect(rows).toEqual([{ severity: 'HIGH', body: PYTHON }])
})

test('malformed YAML is said with line and column, and saves nothing', async ({ page, console }) => {
  const id = newId()
  const detection = new DetectionPage(page)
  await detection.openNew('files')
  await detection.yaml().fill(`RuleID: ${id}\nSeverity: [Low\n`)
  await expect(page.getByText(/problems? in the YAML\./)).toBeVisible()
  await page.getByRole('button', { name: 'Create detection' }).click()
  await expect(detection.summary()).toContainText(/Line \d+, column \d+/)
  await expect(detection.yaml()).toContainText('Severity: [Low')
  expect(await console.sql('SELECT id FROM detection WHERE id = $1', [id])).toEqual([])
})

test('a log type that looks misspelt is pointed out with the one that was meant', async ({ page }) => {
  const detection = new DetectionPage(page)
  await detection.openNew('files')
  await detection.yaml().fill(yamlOf(newId(), 'Low', 'Okta.SystmLog'))
  await expect(page.getByText('Okta.SystemLog')).toBeVisible()
  await expect(page.getByText(/Line 6, column \d+/)).toBeVisible()
})

test('an id that is taken is refused, and what was written stays', async ({ page, given }) => {
  const id = await given.detection()
  const detection = new DetectionPage(page)
  await detection.openNew('files')
  await detection.yaml().fill(yamlOf(id))
  await detection.python().fill(PYTHON)
  await page.getByRole('button', { name: 'Create detection' }).click()
  await expect(detection.summary()).toBeVisible()
  await expect(detection.yaml()).toContainText(id)
})

test('a detection is written in a form, and its YAML is written for it', async ({ page, console }) => {
  const id = newId()
  const detection = new DetectionPage(page)
  await detection.openNew('write')
  await page.getByRole('textbox', { name: 'Id', exact: true }).fill(id)
  await page.getByRole('radiogroup', { name: 'Severity' }).getByRole('radio', { name: 'MEDIUM' }).click()
  const logTypes = page.getByRole('combobox', { name: 'Log Types' })
  await logTypes.fill('Okta.SystemLog')
  await page.getByRole('option', { name: 'Okta.SystemLog' }).first().click()
  await logTypes.press('Escape')
  await page.getByRole('button', { name: 'Create detection' }).click()
  await expect(page).toHaveURL(`/detections/${id}`)
  const rows = await console.sql('SELECT yaml FROM detection WHERE id = $1', [id])
  expect(rows[0]?.yaml).toContain('Severity: Medium')
})
