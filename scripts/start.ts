import next from 'next'
import { systemClock } from '../lib/clock'
import { env, provideEnvironment } from '../lib/env'
import { log } from '../lib/log'
import { disconnect, isDatabaseUp } from '../lib/repositories/db'
import { buildIfNeeded } from '../lib/server/build'
import { offerSetUp, prepare } from '../lib/server/prepare'
import { serve } from '../lib/server/serve'

const STOP_GRACE_MS = 8000

/** Starts the console: database, migrations, key, web server. Prints one line with the address when it is open. */
async function start() {
  const isDevelopment = process.argv.includes('--dev')
  env()
  if (!isDevelopment) buildIfNeeded(print)
  const foundation = await prepare()
  const token = await offerSetUp(systemClock.now())

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

  let isStopping = false
  const stop = async (signal: string) => {
    if (isStopping) return
    isStopping = true
    log.info({ signal }, 'stopping')
    await console.close(STOP_GRACE_MS)
    await app.close()
    await disconnect()
    await foundation.stop()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)

  const address = env().SWITCHYARD_URL ?? `http://${env().HOST}:${console.port}`
  print(token ? `Switchyard is open at ${address}/setup — set-up token: ${token}` : `Switchyard is open at ${address}`)
}

function print(line: string) {
  process.stdout.write(`${line}\n`)
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
