import type { Socket } from 'node:net'
import { Client } from 'undici'
import type { Connection } from './open-connection'

// How long an idle connection is kept: the receiver's own Keep-Alive hint up to the first, without one the second.
const MAX_IDLE_MS = 10_000
const DEFAULT_IDLE_MS = 4_000
// A busy connection would else stay at an address that DNS left long ago.
const MAX_AGE_MS = 60_000

/** A kept connection was closed before the request was written on it: it may be sent on another. */
export class LineClosed extends Error {}

/** One connection and the HTTP client that speaks over it. It never connects by itself. */
export type Line = { origin: string; client: Client; address: string; openedAt: number; isGone: boolean }

type LineGiven = {
  connection: Connection
  /** The origin that was asked for. */
  origin: string
  /** Where the connection really leads, if the origin is mapped to a relay. */
  relay: string | undefined
  openedAt: number
  whenGone: (line: Line) => void
}

/** Puts an HTTP client on an open connection. */
export function createLine({ connection, origin, relay, openedAt, whenGone }: LineGiven): Line {
  let socket: Socket | undefined = connection.socket
  const client = new Client(relay ?? origin, {
    connect: (_options, callback) => {
      const only = socket
      socket = undefined
      // In its own turn: undici does not notice a connection made inside of the call that asks for it.
      queueMicrotask(() => (only ? callback(null, only) : callback(new LineClosed(), null)))
    },
    allowH2: false,
    pipelining: 1,
    // The time-out of the whole exchange is the only one.
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: DEFAULT_IDLE_MS,
    keepAliveMaxTimeout: MAX_IDLE_MS,
  })
  const line: Line = { origin, client, address: connection.address, openedAt, isGone: false }
  client.once('disconnect', () => {
    line.isGone = true
    whenGone(line)
  })
  return line
}

/** The idle lines, by the origin that was asked for: a line is never handed to another host, scheme or port. */
export function createLinePool(now: () => number) {
  const idle = new Map<string, Line[]>()
  let isClosed = false

  function forget(line: Line): void {
    const rest = (idle.get(line.origin) ?? []).filter((other) => other !== line)
    if (rest.length > 0) idle.set(line.origin, rest)
    else idle.delete(line.origin)
  }

  return {
    /** An idle line to this origin, taken out of the pool. */
    take(origin: string): Line | undefined {
      const line = idle.get(origin)?.at(-1)
      if (line) forget(line)
      return line
    },
    /** Keeps a line whose exchange is over for the next one to the same origin. */
    async keep(line: Line): Promise<void> {
      if (isClosed || line.isGone || now() - line.openedAt > MAX_AGE_MS) return line.client.destroy()
      idle.set(line.origin, [...(idle.get(line.origin) ?? []), line])
    },
    forget,
    /** Closes what is idle; lines in use close when they come back. */
    async close(): Promise<void> {
      isClosed = true
      const lines = [...idle.values()].flat()
      idle.clear()
      await Promise.all(lines.map(({ client }) => client.destroy()))
    },
  }
}
