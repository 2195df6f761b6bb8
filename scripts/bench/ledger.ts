import { createHash } from 'node:crypto'
import { type APIRequestContext, chromium } from '@playwright/test'
import { BROWSER_ARGUMENTS } from '../house/browser-arguments'
import { bringBrowser } from '../house/find-browser'
import { startReceiver } from '../rig/receiver'
import { startSetUp } from '../rig/set-up'
import { median } from '../rig/statistics'
import { withTeardown } from '../rig/teardown'
import { ALERTS, seedLedger } from './ledger-seed'
import type { Measure } from './routing'

const DESTINATIONS = 20
const ROUNDS = 12
const ADMIN = { email: 'bench@example.com', password: 'bench-password-1' }

/** A ledger of a million attempts: how long the pages that read it take to answer, to their last byte. */
export function benchLedger(): Promise<Measure[]> {
  return withTeardown(async (teardown) => {
    const receiver = await startReceiver(teardown)
    const setUp = await startSetUp(receiver, teardown, {
      destinations: Array.from({ length: DESTINATIONS }, (_, place) => ({ path: `/destination-${place}` })),
      environment: { SWITCHYARD_ADMIN_EMAIL: ADMIN.email, SWITCHYARD_ADMIN_PASSWORD: ADMIN.password },
    })
    const attempts = await seedLedger(setUp.database, setUp.destinationIds)
    const browser = await chromium.launch({ executablePath: bringBrowser(() => undefined), args: BROWSER_ARGUMENTS })
    teardown.add(() => browser.close())
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${setUp.address}/sign-in`)
    await page.getByLabel('E-mail address').fill(ADMIN.email)
    await page.getByLabel('Password', { exact: true }).fill(ADMIN.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
    await page.close()
    const measures: Measure[] = [{ name: 'attempts in the ledger', value: attempts, unit: '' }]
    for (const [name, path] of pagesOf(setUp.destinationIds)) {
      const times = await answers(context.request, setUp.address + path)
      measures.push({ name: `${name}, median`, value: median(times), unit: 'ms' })
      measures.push({ name: `${name}, slowest of ${ROUNDS}`, value: Math.max(...times), unit: 'ms' })
    }
    return measures
  })
}

function pagesOf(destinationIds: readonly string[]): [name: string, path: string][] {
  const [destination = ''] = destinationIds
  // As the seed makes them: the newest, which every list begins with.
  const alert = createHash('md5')
    .update(`alert ${ALERTS - 1}`)
    .digest('hex')
  return [
    ['alert list', '/alerts'],
    ['alert list, any status', '/alerts?status='],
    ['alert list, one detection', '/alerts?status=&detection=Bench.Rule.7'],
    ['alert list, one destination’s failures', `/alerts?status=&destination=${destination}&delivery=failed`],
    ['alert list, a text that is rare', '/alerts?status=&q=203.0.113.77'],
    ['alert page', `/alerts/${alert}`],
    ['destination page', `/destinations/${destination}`],
    ['destination page, its deliveries', `/destinations/${destination}?tab=deliveries`],
    ['delivery log as it is polled', `/api/destinations/${destination}/deliveries`],
    ['chart of a destination', `/api/destinations/${destination}/chart`],
    ['counts in the sidebar', '/api/alerts/counts'],
    ['list of destinations', '/destinations'],
  ]
}

async function answers(request: APIRequestContext, url: string): Promise<number[]> {
  const times: number[] = []
  // The first one compiles what the page needs and fills the database's cache.
  for (let round = 0; round <= ROUNDS; round++) {
    const startedAt = performance.now()
    const response = await request.get(url)
    await response.body()
    if (!response.ok()) throw new Error(`${url} answered ${response.status()}.`)
    if (round > 0) times.push(performance.now() - startedAt)
  }
  return times
}
