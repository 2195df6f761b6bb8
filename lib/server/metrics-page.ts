import type { IncomingMessage } from 'node:http'
import { authenticateToken } from '../auth/authenticate-token'
import { isLoopback, shownToken } from '../auth/shown-token'
import { systemClock } from '../clock'
import type { Counted } from '../metrics/counters'
import { exposeMetrics } from '../metrics/expose'
import type { Asked } from './serve'

/**
 * The metrics, for programs of this machine and for whoever shows an API token; `undefined` for others. `others`: what
 * further threads counted.
 */
export async function metricsPage(
  { request, address, isForwarded }: Asked,
  others: () => Promise<Counted[]>,
): Promise<string | undefined> {
  // Behind a proxy that is not trusted, everybody seems to be this machine.
  const isOwn = isLoopback(address) && !isForwarded
  if (!isOwn && !(await hasToken(request, address))) return undefined
  return exposeMetrics(await others())
}

async function hasToken({ headers }: IncomingMessage, address: string): Promise<boolean> {
  const value = shownToken((name) => [headers[name] ?? null].flat()[0] ?? null)
  return value !== undefined && (await authenticateToken(value, address, systemClock.now())) !== undefined
}
