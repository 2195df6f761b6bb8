import next from 'next'
import { systemClock } from '../clock'
import { env, provideEnvironment } from '../env'
import { log } from '../log'
import { disconnect, isDatabaseUp } from '../repositories/db'
import { buildIfNeeded } from './build'
import { offerSetUp, prepare } from './prepare'
import { serve } from './serve'

const STOP_GRACE_MS = 8000

export type RunOptions = {
  isDevelopment: boolean
  /** Told of each step that takes long. */
  report(line: string): void
  /** Runs when the database is there and somebody can sign in, before the console opens. */
  beforeOpening?(): Promise<void>
}

/** Where the console is open, and the one-time set-up token while there is no user. */
export type OpenConsole = { address: string; setUpToken?: string }

/** Runs the console until a signal ends the process: database, migrations, key, web server. @throws {Error} that says what to do. */
export async function runConsole({ isDevelopment, report, beforeOpening }: RunOptions): Promise<OpenConsole> {
  env()
  if (!isDevelopment) buildIfNeeded(report)
  const foundation = await prepare()
  const setUpToken = await offerSetUp(systemClock.now())
  await beforeOpening?.()

  const app = next({ dev: isDevelopment, dir: '.', hostname: env().HOST, port: env().PORT })
  await app.prepare()
  const console = await serve({
    host: env().HOST,
    port: env().PORT,
    trustedProxies: env().SWITCHYARD_TRUSTED_PROXIES,
    isReady: isDatabaseUp,
    handle: app.getRequestHandler(),
  })
  console.server.on('requestError', (error: unknown) => log.error({ err: error }, 'a request failed'))
  if (isDevelopment) console.server.on('upgrade', app.getUpgradeHandler())
  provideEnvironment({ PORT: String(console.port) })

  stopOnSignal(async () => {
    await console.close(STOP_GRACE_MS)
    await app.close()
    await disconnect()
    await foundation.stop()
  })
  return { address: env().SWITCHYARD_URL ?? `http://${env().HOST}:${console.port}`, setUpToken }
}

function stopOnSignal(close: () => Promise<void>) {
  let isStopping = false
  const stop = async (signal: string) => {
    if (isStopping) return
    isStopping = true
    log.info({ signal }, 'stopping')
    await close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
