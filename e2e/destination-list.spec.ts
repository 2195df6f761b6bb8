import { expect, test, unique } from './fixtures'
import { DestinationsPage } from './pages/destinations-page'

test('search, filters and sort stand in the address, and going back undoes them', async ({ page, given }) => {
  const mark = unique('list')
  await given.destination({ displayName: `${mark} a`, severities: ['LOW'] })
  await given.destination({ displayName: `${mark} b`, severities: ['CRITICAL'] })
  await given.destination({ displayName: `${mark} c`, severities: [] })
  const list = new DestinationsPage(page)
  await list.open()
  await list.search(mark)
  await expect(page.getByRole('status').filter({ hasText: '3 destinations' })).toBeVisible()
  await expect(page).toHaveURL(/[?&]q=list/)
  await list.filter('Severity', 'CRITICAL')
  await expect(list.names()).toHaveText([`${mark} b`])
  await expect(page).toHaveURL(/severity=CRITICAL/)
  await page.goBack()
  await expect(list.names()).toHaveCount(3)
  await list.filter('Health', 'Explicit only')
  await expect(list.names()).toHaveText([`${mark} c`])
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await list.search(mark)
  await expect(list.names()).toHaveText([`${mark} a`, `${mark} b`, `${mark} c`])
  await page.getByRole('link', { name: 'Display name' }).click()
  await expect(list.names()).toHaveText([`${mark} c`, `${mark} b`, `${mark} a`])

  const address = new URL(page.url())
  await list.open(address.search)
  await expect(list.names()).toHaveText([`${mark} c`, `${mark} b`, `${mark} a`])
})

test('a search that finds nothing says so and offers the way back', async ({ page, given }) => {
  await given.destination()
  const list = new DestinationsPage(page)
  await list.open('?q=no-such-destination')
  await expect(page.getByText('No destination matches')).toBeVisible()
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(list.names().first()).toBeVisible()
})

test('the triple-dot menu works by keyboard alone, and focus comes back to it', async ({ page, given }) => {
  const { displayName, id } = await given.destination()
  const list = new DestinationsPage(page)
  await list.open(`?q=${encodeURIComponent(displayName)}`)
  await list.menuButton(displayName).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem')).toHaveText(['Edit', 'Send test alert', 'Duplicate', 'Pause', 'Delete'])
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(list.menuButton(displayName)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/destinations/${id}/edit`)
})

test('pausing shows at once, is undone from the message, and resuming from the menu', async ({
  page,
  given,
  console,
}) => {
  const { displayName, id } = await given.destination()
  const isPaused = async () =>
    (await console.sql('SELECT is_paused FROM destination WHERE id = $1', [id]))[0]?.is_paused
  const list = new DestinationsPage(page)
  await list.open(`?q=${encodeURIComponent(displayName)}`)
  await list.pause(displayName)
  await expect(list.row(displayName)).toContainText('Paused')
  await expect(page.getByText(`${displayName} paused`)).toBeVisible()
  await expect.poll(isPaused).toBe(true)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(list.row(displayName)).not.toContainText('Paused')
  await expect.poll(isPaused).toBe(false)
  await list.pause(displayName)
  await expect.poll(isPaused).toBe(true)
  await list.choose(displayName, 'Resume')
  await expect.poll(isPaused).toBe(false)
  await expect(list.row(displayName)).toContainText('Never used')
})

test('deleting one that detections name says which, and wants the name typed', async ({ page, given, console }) => {
  const { displayName, id } = await given.destination({ severities: [] })
  const detection = await given.detection({ overrides: [displayName] })
  const list = new DestinationsPage(page)
  await list.open(`?q=${encodeURIComponent(displayName)}`)
  await list.choose(displayName, 'Delete')
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByRole('link', { name: detection }).first()).toBeVisible()
  const confirm = dialog.getByRole('button', { name: 'Delete destination' })
  await expect(confirm).toBeDisabled()
  await dialog.getByRole('textbox', { name: `Type ${displayName} to confirm` }).fill(displayName.slice(0, -1))
  await expect(confirm).toBeDisabled()
  await dialog.getByRole('textbox', { name: `Type ${displayName} to confirm` }).fill(displayName)
  await confirm.click()
  await expect(list.row(displayName)).toHaveCount(0)
  const rows = await console.sql('SELECT deleted_at IS NOT NULL AS gone FROM destination WHERE id = $1', [id])
  expect(rows).toEqual([{ gone: true }])
})

test('deleting one that nothing depends on asks once and wants nothing typed', async ({ page, given }) => {
  const { displayName } = await given.destination({ alertTypes: ['SYSTEM_ERROR'] })
  const list = new DestinationsPage(page)
  await list.open(`?q=${encodeURIComponent(displayName)}`)
  await list.choose(displayName, 'Delete')
  await expect(page.getByText('No detection depends on it.')).toBeVisible()
  await page.getByRole('button', { name: 'Delete destination' }).click()
  await expect(list.row(displayName)).toHaveCount(0)
})
