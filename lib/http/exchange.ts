import { bareHost } from './address-guard'
import type { Prepared } from './check-request'
import { createLine, createLinePool, type Line, LineClosed } from './line'
import { type ConnectionSettings, openConnection, type Progress } from './open-connection'
import { request } from './read-answer'
import type { HttpAnswer, OutboundRequest } from './types'

/** A request that passed every check of its text. */
export type Sendable = Prepared & { url: URL; method: OutboundRequest['method'] }

type Answer = Omit<HttpAnswer, 'phases'>

/** Sends requests over kept connections, or over new ones where none is idle. `now` is monotonic milliseconds. */
export function createExchanger(settings: ConnectionSettings, now: () => number) {
  const pool = createLinePool(now)

  async function open(url: URL, progress: Progress): Promise<Line> {
    const connection = await openConnection(url, settings, progress)
    const relay = settings.policy.map.get(bareHost(url.hostname))
    return createLine({ connection, origin: url.origin, relay, openedAt: now(), whenGone: pool.forget })
  }

  async function exchange(request: Sendable, progress: Progress): Promise<Answer> {
    const kept = pool.take(request.url.origin)
    const line = kept ?? (await open(request.url, progress))
    try {
      const { answer, isLineReusable } = await sendOn(line, request, progress)
      await (isLineReusable ? pool.keep(line) : line.client.destroy())
      return answer
    } catch (error) {
      await line.client.destroy()
      if (kept && error instanceof LineClosed) return exchange(request, progress)
      throw error
    }
  }

  return { exchange, close: pool.close }
}

async function sendOn(line: Line, sendable: Sendable, { watch, signal }: Progress) {
  const { url, method, headers: sent, body } = sendable
  const options = { path: url.pathname + url.search, method, headers: sent, body }
  const answered = request(line.client, options, signal)
  const { status, headers } = await watch.time('firstByte', () => answered.head)
  const read = await watch.time('body', () => answered.body)
  const answer: Answer = { status, headers, ...read, address: line.address }
  return { answer, isLineReusable: !read.isBodyTruncated && headers.connection?.toLowerCase() !== 'close' }
}
