import next from 'next'
import { systemClock } from '../clock'
import { env, ownAddress, provideEnvironment } from '../env'
import { log } from '../log'
import { disconnect, isDatabaseUp } from '../repositories/db'
import { buildIfNeeded } from './build'
import { offerSetUp, prepare } from './prepare'
import { serve } from './serve'

const REQUESTS_GRACE_MS = 6000
const STOP_LIMIT_MS = 9500

export type RunOptions = {
  isDevelopment: boolean
  /** Told of each step that takes long. */
  report(line: string): void
  /** Runs when the database is there and somebody can sign in, before the console opens. */
  beforeOpening?(): Promise<void>
}

/** Where the console is open, and the one-time set-up token while there is no user. */
export type OpenConsole = { address: string; setUpToken?: string }

type Close = () => Promise<void>

/**
 * Opens the console: database, migrations, key, web server. From then on a signal closes it and ends the process.
 * @throws {Error} that says what to do; what was started until then is stopped.
 */
export async function runConsole({ isDevelopment, report, beforeOpening }: RunOptions): Promise<OpenConsole> {
  env()
  if (!isDevelopment) buildIfNeeded(report)
  const started: Close[] = []
  const close = async () => {
    for (const stop of started.toReversed()) await stop()
  }
  stopOnSignal(close)
  try {
    const foundation = await prepare()
    started.push(foundation.stop, disconnect)
    const setUpToken = await offerSetUp(systemClock.now())
    await beforeOpening?.()
    await open(isDevelopment, started)
    return { address: env().SWITCHYARD_URL ?? ownAddress(), setUpToken }
  } catch (error) {
    await close()
    throw error
  }
}

async function open(isDevelopment: boolean, started: Close[]) {
  const app = next({ dev: isDevelopment, dir: '.', hostname: env().HOST, port: env().PORT })
  await app.prepare()
  started.push(() => app.close())
  const web = await serve({
    host: env().HOST,
    port: env().PORT,
    trustedProxies: env().SWITCHYARD_TRUSTED_PROXIES,
    isReady: isDatabaseUp,
    handle: app.getRequestHandler(),
  })
  started.push(() => web.close(REQUESTS_GRACE_MS))
  web.server.on('requestError', (error: unknown) => log.error({ err: error }, 'a request failed'))
  if (isDevelopment) web.server.on('upgrade', app.getUpgradeHandler())
  provideEnvironment({ PORT: String(web.port) })
}

function stopOnSignal(close: Close) {
  let isStopping = false
  const stop = async (signal: string) => {
    if (isStopping) return
    isStopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref()
    await close().catch((error: unknown) => log.error({ err: error }, 'stopping failed'))
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
