import { expect, test } from './fixtures'
import { visit } from './house/hydrated'

test('the command palette finds pages, destinations, detections and actions by keyboard', async ({ page, given }) => {
  const { id, displayName } = await given.destination()
  const detection = await given.detection()
  await visit(page, '/settings/general')
  const palette = page.getByRole('dialog', { name: 'Search and commands' })
  const open = async (text: string) => {
    await page.keyboard.press('Control+k')
    await palette.getByRole('combobox', { name: 'Search' }).fill(text)
  }
  await open(displayName)
  await expect(palette.getByRole('option', { name: displayName })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/destinations/${id}`)
  await open(detection)
  await palette.getByRole('option', { name: detection }).click()
  await expect(page).toHaveURL(`/detections/${detection}`)
  await expect(page.getByRole('heading', { level: 1, name: detection })).toBeVisible()
  await open('create dest')
  await expect(palette.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/destinations/new')
  await page.keyboard.press('Control+k')
  await expect(palette).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)
})

test('a question mark shows the shortcuts, and the theme is kept over a reload', async ({ page }) => {
  await visit(page, '/settings/general')
  await page.keyboard.press('Shift+?')
  await expect(page.getByRole('dialog', { name: /shortcuts/i })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'ada', exact: true }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await visit(page, '/destinations')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})
