import type { Page } from '@playwright/test'

/** Waits until every control on the page is React's: what is typed before that is lost. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const controls = [...document.querySelectorAll('a[href], button, input, select, textarea')]
    return (
      controls.length > 0 &&
      controls.every((control) => Object.keys(control).some((key) => key.startsWith('__reactFiber')))
    )
  })
}

/** Opens `path` and waits until it can be used. @returns the status of the answer. */
export async function visit(page: Page, path: string): Promise<number | undefined> {
  const response = await page.goto(path)
  await hydrated(page)
  return response?.status()
}
