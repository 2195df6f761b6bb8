import type { IncomingHttpHeaders } from 'node:http'

export type ReceivedRequest = {
  id: number
  /** ISO 8601. */
  at: string
  method: string
  path: string
  headers: IncomingHttpHeaders
  /** As it arrived, decoded as UTF-8. */
  body: string
}

export type ReceiverAnswer = { status: number; headers?: Record<string, string>; body: string; delayMs?: number }
