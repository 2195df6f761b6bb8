import { expect, test, unique } from './fixtures'
import { SimulatorPage } from './pages/simulator-page'

test('an alert is described, routed live, and the address gives the same receipt to whoever opens it', async ({
  page,
  context,
  given,
}) => {
  const logType = `Custom.${unique('sim').replace(' ', '')}`
  const takes = await given.destination({ severities: ['LOW'], logTypes: [logType] })
  const refuses = await given.destination({ severities: ['CRITICAL'], logTypes: [logType] })
  const simulator = new SimulatorPage(page)
  await simulator.open()
  await simulator.severity('LOW').click()
  await simulator.pick('Log Types', logType)
  await expect(simulator.receipt()).toContainText('Scenario 3')
  await expect(simulator.chosen().filter({ hasText: takes.displayName })).toBeVisible()
  await expect(simulator.notChosen(refuses.displayName)).toContainText('LOW is not among CRITICAL')

  await expect(page).toHaveURL(/severity=LOW/)
  const other = new SimulatorPage(await context.newPage())
  await other.open(new URL(page.url()).search)
  await expect(other.severity('LOW')).toBeChecked()
  await expect(other.chosen().filter({ hasText: takes.displayName })).toBeVisible()
})

test('Destination Overrides win over configuration, and what destinations() returns over both', async ({
  page,
  given,
}) => {
  const overridden = await given.destination({ severities: [] })
  const returned = await given.destination({ severities: [] })
  const simulator = new SimulatorPage(page)
  await simulator.open()
  await simulator.pick('Destination Overrides', overridden.displayName)
  await expect(simulator.receipt()).toContainText('Scenario 2')
  await expect(simulator.chosen()).toHaveCount(1)
  await expect(simulator.chosen()).toContainText(overridden.displayName)
  await simulator.dynamicAnswer('A list').click()
  await simulator.pick('Entries of the list', returned.displayName)
  await expect(simulator.receipt()).toContainText('Scenario 1')
  await expect(simulator.chosen()).toContainText(returned.displayName)
  await simulator.dynamicAnswer('SKIP').click()
  await expect(simulator.receipt()).toContainText('Skipped')
  await expect(simulator.chosen()).toHaveCount(0)
})

test('a detection fills the form in, and a misspelt override is named with what was meant', async ({ page, given }) => {
  const { displayName } = await given.destination({ severities: [] })
  const typo = displayName.replace('webhook', 'wehbook')
  const detection = await given.detection({ severity: 'High', overrides: [typo] })
  const simulator = new SimulatorPage(page)
  await simulator.open()
  const picker = page.getByRole('combobox', { name: 'Detection' })
  await picker.fill(detection)
  await page.getByRole('option', { name: detection }).click()
  await expect(simulator.severity('HIGH')).toBeChecked()
  const faults = simulator.faults()
  await expect(faults).toContainText(`“${typo}”, which names no destination.`)
  await faults.getByRole('button', { name: `Use ${displayName}` }).click()
  await expect(simulator.chosen()).toHaveCount(1)
  await expect(simulator.chosen()).toContainText(displayName)
  await expect(faults).toHaveCount(0)
})

test('an address that holds nonsense opens with what can be read of it', async ({ page }) => {
  const simulator = new SimulatorPage(page)
  expect(await simulator.open('?severity=LOUD&type=PIGEON&logTypes=&returns=maybe')).toBe(200)
  await expect(simulator.severity('INFO')).toBeChecked()
})
