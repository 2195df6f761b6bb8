import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import pg from 'pg'
import { embeddedPostgresUrl } from '@/lib/database/embedded-postgres'
import { BROWSER_ARGUMENTS } from '../house/browser-arguments'
import { startConsole } from '../house/console-process'
import { bringBrowser } from '../house/find-browser'
import type { Measure } from './routing'

const DESTINATIONS = 10_000
const ROUNDS = 15
const ADMIN = { email: 'bench@example.com', password: 'bench-password-1' }

// As a person would have made them, but at once: the row, and the revision that routing reads.
const SEED = `
  WITH made AS (
    INSERT INTO destination (id, type, display_name, severities, alert_types, log_types, settings, target, search_text)
    SELECT gen_random_uuid(), (ARRAY['custom-webhook', 'pagerduty', 'slack'])[1 + n % 3], 'team-' || lpad(n::text, 5, '0') || '-oncall',
      (ARRAY['INFO', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'])[1 + n % 5:], (ARRAY['RULE', 'POLICY', 'RULE_ERROR'])[1:1 + n % 3],
      CASE WHEN n % 4 = 0 THEN ARRAY['Okta.SystemLog', 'AWS.CloudTrail'] ELSE ARRAY[]::text[] END, '{}', 'https://receiver-' || n || '.example.com',
      'team-' || lpad(n::text, 5, '0') || '-oncall' || chr(10) || 'https://receiver-' || n || '.example.com'
    FROM generate_series(1, ${DESTINATIONS}) n
    RETURNING *)
  INSERT INTO destination_revision
    (destination_id, version, change, display_name, severities, alert_types, log_types, settings, is_paused, from_configuration, actor_name)
  SELECT id, 1, 'created', display_name, severities, alert_types, log_types, settings, is_paused, 1, 'bench' FROM made`

/** The Alert Destinations page with 10,000 destinations, in a real browser: first load, and a filter typed to its rows painted. */
export async function benchList(): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'switchyard-bench-'))
  chmodSync(folder, 0o755)
  const console = await startConsole({
    environment: {
      SWITCHYARD_DATA: folder,
      SWITCHYARD_ADMIN_EMAIL: ADMIN.email,
      SWITCHYARD_ADMIN_PASSWORD: ADMIN.password,
    },
  })
  const browser = await chromium.launch({ executablePath: bringBrowser(() => undefined), args: BROWSER_ARGUMENTS })
  try {
    await seed(folder)
    return await measure(browser, console.address)
  } finally {
    await browser.close()
    await console.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function seed(folder: string) {
  const client = new pg.Client({ connectionString: embeddedPostgresUrl(folder) })
  await client.connect()
  await client.query(SEED)
  await client.query('ANALYZE')
  await client.end()
}

async function measure(browser: Browser, address: string): Promise<Measure[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  // The compiler that runs this file marks function names with a helper that the page does not have.
  await page.addInitScript({ content: 'globalThis.__name = (value) => value' })
  await page.goto(`${address}/sign-in`)
  await page.getByLabel('E-mail address').fill(ADMIN.email)
  await page.getByLabel('Password', { exact: true }).fill(ADMIN.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: 'team-00001-oncall' }).waitFor()
  await page.reload({ waitUntil: 'networkidle' })
  const load = await firstLoad(page)
  const filters: number[] = []
  for (let round = 1; round <= ROUNDS; round++) filters.push(await filterToPaint(page, String(1000 + round * 37)))
  filters.sort((a, b) => a - b)
  return [
    {
      name: 'list of 10,000 destinations: compressed script of the first load',
      value: load.scriptKilobytes,
      unit: 'KB',
    },
    { name: 'list of 10,000 destinations: answer of the server', value: load.serverMs, unit: 'ms' },
    {
      name: 'list of 10,000 destinations: filter to paint, median',
      value: filters[Math.floor(ROUNDS / 2)] ?? 0,
      unit: 'ms',
    },
    { name: 'list of 10,000 destinations: filter to paint, slowest', value: filters.at(-1) ?? 0, unit: 'ms' },
  ]
}

function firstLoad(page: Page) {
  return page.evaluate(() => {
    const scripts = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(({ name }) =>
      /\.js(\?|$)/.test(name),
    )
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return {
      scriptKilobytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000,
      serverMs: navigation ? navigation.responseStart - navigation.requestStart : 0,
    }
  })
}

const rowsMatch = (part: string) => {
  const names = [...document.querySelectorAll('tbody tr a')]
    .map((link) => link.textContent ?? '')
    .filter((name) => name.startsWith('team-'))
  return names.length > 0 && names.every((name) => name.includes(part))
}

/** From the keystroke that completes `text` to the frame after the rows that match it stand in the table, and no others. */
async function filterToPaint(page: Page, text: string): Promise<number> {
  const search = page.getByRole('searchbox')
  await search.fill(text.slice(0, -1))
  await page.waitForFunction(rowsMatch, text.slice(0, -1))
  const painted = page.evaluate(
    (wanted) =>
      new Promise<number>((done) => {
        let typedAt = 0
        document.addEventListener(
          'beforeinput',
          () => {
            typedAt = performance.now()
          },
          { capture: true, once: true },
        )
        const names = () =>
          [...document.querySelectorAll('tbody tr a')]
            .map((link) => link.textContent ?? '')
            .filter((name) => name.startsWith('team-'))
        const check = () => {
          const shown = names()
          if (typedAt > 0 && shown.length > 0 && shown.every((name) => name.includes(wanted))) {
            requestAnimationFrame(() => done(performance.now() - typedAt))
          } else requestAnimationFrame(check)
        }
        check()
      }),
    text,
  )
  await search.press('End')
  const [elapsed] = await Promise.all([painted, search.pressSequentially(text.slice(-1))])
  return elapsed
}
