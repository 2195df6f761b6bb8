import { createSecureContext, getCACertificates } from 'node:tls'
import { prepareRequest } from './check-request'
import { checkUrl } from './check-url'
import type { EgressPolicy } from './egress-policy'
import { createExchanger } from './exchange'
import { explainFailure } from './explain-failure'
import { Refusal, type Resolve } from './open-connection'
import { startStopwatch } from './stopwatch'
import { type Http, type HttpAnswer, type OutboundRequest, TransportError } from './types'

const DEFAULT_TIMEOUT_MS = 15_000
const MOST_REMEMBERED_URLS = 1_000

/** What was refused, for the log: no path, query or credential. */
export type RefusedRequest = { host: string; address?: string; message: string }

export type HttpOptions = {
  policy: EgressPolicy
  resolve: Resolve
  /** For the whole exchange, from DNS to the body's last byte. Default 15 s. */
  timeoutMs?: number
  /** Authorities (PEM) trusted besides the usual ones. */
  ca?: readonly string[]
  userAgent?: string
  onRefused?: (refused: RefusedRequest) => void
  /** Monotonic milliseconds. */
  now?: () => number
}

export interface GuardedHttp extends Http {
  /** The same client with another time-out for the whole exchange. */
  withTimeout(timeoutMs: number): Http
  /** Closes idle connections and keeps none from now on; exchanges in flight come to their end. */
  close(): Promise<void>
}

/**
 * The one client through which HTTP leaves. It sends to checked addresses only, follows no redirect, honours no proxy
 * variable, asks for no compression, and keeps connections for the same origin for a few seconds: safe without asking
 * DNS again, because the address was checked when it was connected to.
 */
export function createHttp(options: HttpOptions): GuardedHttp {
  const { policy, resolve, userAgent = 'Switchyard', now = () => performance.now() } = options
  const { exchange, close } = createExchanger({ policy, resolve, secureContext: trusting(options.ca) }, now)

  // A destination is sent to at one address again and again: what its text says need not be found out each time.
  const checkedUrls = new Map<string, ReturnType<typeof checkUrl>>()
  function check(url: string) {
    const known = checkedUrls.get(url)
    if (known) return known
    if (checkedUrls.size >= MOST_REMEMBERED_URLS) checkedUrls.clear()
    const checked = checkUrl(url, policy)
    checkedUrls.set(url, checked)
    return checked
  }

  async function send(request: OutboundRequest, timeoutMs: number): Promise<HttpAnswer> {
    const watch = startStopwatch(now)
    const checked = check(request.url)
    if (!checked.ok) {
      const { failure, message } = checked
      if (failure === 'refused') options.onRefused?.({ host: new URL(request.url).hostname, message })
      throw new TransportError(failure, message, watch.phases())
    }
    const { url } = checked
    const abort = new AbortController()
    const timer = setTimeout(() => abort.abort(), timeoutMs)
    try {
      const ours = { host: url.host, 'user-agent': userAgent, 'accept-encoding': 'identity' }
      const sendable = { ...prepareRequest(request, ours), method: request.method, url }
      const answer = await exchange(sendable, { signal: abort.signal, watch })
      return { ...answer, phases: watch.phases() }
    } catch (error) {
      if (error instanceof Refusal) {
        options.onRefused?.({ host: url.hostname, address: error.address, message: error.message })
      }
      throw explainFailure(error, { host: url.host, watch, timeoutMs, isTimedOut: abort.signal.aborted })
    } finally {
      clearTimeout(timer)
    }
  }

  const withTimeout = (timeoutMs: number): Http => ({ send: (request) => send(request, timeoutMs) })
  return { ...withTimeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS), withTimeout, close }
}

function trusting(ca: readonly string[] | undefined) {
  return createSecureContext({ minVersion: 'TLSv1.2', ...(ca && { ca: [...getCACertificates('default'), ...ca] }) })
}
