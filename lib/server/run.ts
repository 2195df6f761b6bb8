import next from 'next'
import { systemClock } from '../clock'
import { env, ownAddress, provideEnvironment } from '../env'
import { log } from '../log'
import type { Counted } from '../metrics/counters'
import { disconnect, isDatabaseUp } from '../repositories/db'
import { closeSql } from '../repositories/sql'
import { buildIfNeeded } from './build'
import { type Delivering, deliver } from './deliver'
import { metricsPage } from './metrics-page'
import { offerSetUp, prepare } from './prepare'
import { unreadiness } from './readiness'
import { serve } from './serve'
import { type Close, stopOnSignal } from './stop-on-signal'

const REQUESTS_GRACE_MS = 6000

export type RunOptions = {
  isDevelopment: boolean
  /** Told of each step that takes long. */
  report(line: string): void
  /** Runs when the database is there and somebody can sign in, before the console opens. */
  beforeOpening?(): Promise<void>
}

/** Where the console is open, and the one-time set-up token while there is no user. */
export type OpenConsole = { address: string; setUpToken?: string }

/**
 * Opens the console: database, migrations, key, web server. From then on a signal closes it and ends the process.
 * @throws {Error} that says what to do; what was started until then is stopped.
 */
export async function runConsole({ isDevelopment, report, beforeOpening }: RunOptions): Promise<OpenConsole> {
  env()
  if (!isDevelopment) buildIfNeeded(report)
  const foundations: Close[] = []
  // Requests and deliveries end side by side: together they have ten seconds.
  const fronts: Close[] = []
  const close = async () => {
    await Promise.all(fronts.map((stop) => stop()))
    for (const stop of foundations.toReversed()) await stop()
  }
  stopOnSignal(close)
  try {
    const foundation = await prepare()
    foundations.push(foundation.stop, disconnect, closeSql)
    const setUpToken = await offerSetUp(systemClock.now())
    await beforeOpening?.()
    let delivering: Delivering | undefined
    await open(isDevelopment, fronts, async () => (delivering ? [await delivering.counted()] : []))
    delivering = deliver()
    fronts.push(delivering.stop)
    return { address: env().SWITCHYARD_URL ?? ownAddress(), setUpToken }
  } catch (error) {
    await close()
    throw error
  }
}

async function open(isDevelopment: boolean, fronts: Close[], counted: () => Promise<Counted[]>) {
  const app = next({ dev: isDevelopment, dir: '.', hostname: env().HOST, port: env().PORT })
  await app.prepare()
  const web = await serve({
    host: env().HOST,
    port: env().PORT,
    trustedProxies: env().SWITCHYARD_TRUSTED_PROXIES,
    isDatabaseUp,
    unreadiness,
    metrics: (asked) => metricsPage(asked, counted),
    handle: app.getRequestHandler(),
  })
  fronts.push(async () => {
    await web.close(REQUESTS_GRACE_MS)
    await app.close()
  })
  web.server.on('requestError', (error: unknown) => log.error({ err: error }, 'a request failed'))
  if (isDevelopment) web.server.on('upgrade', app.getUpgradeHandler())
  provideEnvironment({ PORT: String(web.port) })
}
