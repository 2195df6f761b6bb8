import { env } from '../env'
import { isDatabaseUp } from '../repositories/db'
import { metricsPage } from './metrics-page'
import { attach } from './prepare'
import { unreadiness } from './readiness'
import { serve } from './serve'
import { startDelivering } from './start-delivering'
import { stopOnSignal } from './stop-on-signal'

const PROBES_GRACE_MS = 500

/**
 * Delivers, without a console: any number of these share the console's database. From then on a signal ends the process.
 * @throws {Error} that says what to do
 */
export async function runWorker(): Promise<{ id: string }> {
  env()
  await attach()
  const probes = await serveProbes()
  const { id, stop } = await startDelivering()
  stopOnSignal(async () => {
    await stop()
    await probes?.close(PROBES_GRACE_MS)
  })
  return { id }
}

/** Probes and metrics, where the operator gave them a port. */
async function serveProbes() {
  const { HOST: host, SWITCHYARD_WORKER_PORT: port, SWITCHYARD_TRUSTED_PROXIES: trustedProxies } = env()
  if (port === undefined) return undefined
  return serve({
    host,
    port,
    trustedProxies,
    isDatabaseUp,
    unreadiness,
    metrics: (asked) => metricsPage(asked, async () => []),
    handle: async (_request, response) => {
      response.writeHead(404, { 'content-type': 'text/plain' })
      response.end('A worker answers /healthz, /readyz and /metrics.\n')
    },
  })
}
