import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { hydrated } from './hydrated'

const WIDTHS = [1280, 390]
const SCHEMES = ['light', 'dark'] as const

/** Checks the page as it stands, wide and narrow, light and dark: no accessibility violations, nothing to scroll sideways. */
export async function accessible(page: Page, name: string): Promise<void> {
  await hydrated(page)
  const { width: before = 1280, height = 900 } = page.viewportSize() ?? {}
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height })
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await settled(page)
      await keepScreen(page, `${name}-${colorScheme}-${width}`)
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      )
      expect(found, `${name}, ${colorScheme}, ${width} px`).toEqual([])
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${name} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0)
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
  await page.setViewportSize({ width: before, height })
}

/** Keeps a picture of the page when `SWITCHYARD_SCREENS=1`. */
async function keepScreen(page: Page, name: string) {
  if (process.env.SWITCHYARD_SCREENS !== '1') return
  await page.screenshot({ path: `test-results/screens/${name}.png`, fullPage: true })
}

// A colour on its way from one scheme to the other has a contrast that nobody sees.
async function settled(page: Page) {
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame)
    const ending = document.getAnimations().filter((animation) => animation.effect?.getTiming().iterations !== Infinity)
    await Promise.allSettled(ending.map((animation) => animation.finished))
  })
}
