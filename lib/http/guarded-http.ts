import { createSecureContext, getCACertificates } from 'node:tls'
import { bareHost } from './address-guard'
import { type Prepared, prepareRequest } from './check-request'
import { checkUrl } from './check-url'
import type { EgressPolicy } from './egress-policy'
import { explainFailure } from './explain-failure'
import { createLine, createLinePool, type Line, LineClosed } from './line'
import { openConnection, type Progress, Refusal, type Resolve } from './open-connection'
import { readBody, readHeaders } from './read-answer'
import { startStopwatch } from './stopwatch'
import { type Http, type HttpAnswer, type OutboundRequest, TransportError } from './types'

const DEFAULT_TIMEOUT_MS = 15_000

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
  const pool = createLinePool(now)
  const secureContext = createSecureContext({
    minVersion: 'TLSv1.2',
    ...(options.ca && { ca: [...getCACertificates('default'), ...options.ca] }),
  })

  async function open(url: URL, progress: Progress): Promise<Line> {
    const connection = await openConnection(url, { policy, resolve, secureContext }, progress)
    const relay = policy.map.get(bareHost(url.hostname))
    return createLine({ connection, origin: url.origin, relay, openedAt: now(), whenGone: pool.forget })
  }

  async function exchange(url: URL, request: Sendable, progress: Progress): Promise<Answered> {
    const kept = pool.take(url.origin)
    const line = kept ?? (await open(url, progress))
    try {
      const answered = await sendOn(line, request, progress)
      await (answered.isLineReusable ? pool.keep(line) : line.client.destroy())
      return answered
    } catch (error) {
      await line.client.destroy()
      if (kept && error instanceof LineClosed) return exchange(url, request, progress)
      throw error
    }
  }

  async function send(request: OutboundRequest, timeoutMs: number): Promise<HttpAnswer> {
    const watch = startStopwatch(now)
    const checked = checkUrl(request.url, policy)
    if (!checked.ok) {
      if (checked.failure === 'refused')
        options.onRefused?.({ host: new URL(request.url).hostname, message: checked.message })
      throw new TransportError(checked.failure, checked.message, watch.phases())
    }
    const { url } = checked
    const abort = new AbortController()
    const timer = setTimeout(() => abort.abort(), timeoutMs)
    try {
      const prepared = prepareRequest(request, {
        host: url.host,
        'user-agent': userAgent,
        'accept-encoding': 'identity',
      })
      const sendable = { ...prepared, method: request.method, path: url.pathname + url.search }
      const { isLineReusable: _ofThePool, ...answer } = await exchange(url, sendable, { signal: abort.signal, watch })
      return { ...answer, phases: watch.phases() }
    } catch (error) {
      if (error instanceof Refusal)
        options.onRefused?.({ host: url.hostname, address: error.address, message: error.message })
      throw explainFailure(error, { host: url.host, watch, timeoutMs, isTimedOut: abort.signal.aborted })
    } finally {
      clearTimeout(timer)
    }
  }

  const withTimeout = (timeoutMs: number): Http => ({ send: (request) => send(request, timeoutMs) })
  return { ...withTimeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS), withTimeout, close: pool.close }
}

type Sendable = Prepared & { method: OutboundRequest['method']; path: string }
type Answered = Omit<HttpAnswer, 'phases'> & { isLineReusable: boolean }

async function sendOn(line: Line, request: Sendable, { watch, signal }: Progress): Promise<Answered> {
  const response = await watch.time('firstByte', () => line.client.request({ ...request, signal }))
  const headers = readHeaders(response.headers)
  const read = await watch.time('body', () => readBody(response.body, headers['content-encoding']))
  const isLineReusable = !read.isBodyTruncated && headers.connection?.toLowerCase() !== 'close'
  return { status: response.statusCode, headers, ...read, address: line.address, isLineReusable }
}
