import type { DeliveryLogInput, DeliveryLogView, LogTime } from '../contracts/delivery'
import type { Caller } from '../domain/caller'
import { query } from '../repositories/db'
import { deliveries } from '../repositories/deliveries'
import { destinations } from '../repositories/destinations'
import { sqlQuery } from '../repositories/sql'
import { authorise } from './authorise'

const PAGE = 20
const HOUR_MS = 3_600_000
const TIME_MS: Record<LogTime, number> = {
  '1h': HOUR_MS,
  '24h': 24 * HOUR_MS,
  '7d': 168 * HOUR_MS,
  '30d': 720 * HOUR_MS,
}

/** The destination's log, newest first, a page at a time. `next` asks for the page after. @throws {AppError} `not-found` */
export async function listDeliveries(caller: Caller, input: DeliveryLogInput): Promise<DeliveryLogView> {
  authorise(caller, 'DestinationRead')
  const { id, before, limit = PAGE, states = [], reasons = [], time, to } = input
  await query((tx) => destinations.get(tx, id))
  const from = time ? new Date(caller.now.getTime() - TIME_MS[time]) : input.from
  const found = await sqlQuery((sql) =>
    deliveries.list(sql, id, { states, reasons, from, to }, { limit: limit + 1, before }),
  )
  const results = found.slice(0, limit)
  return { results, next: found.length > limit ? (results.at(-1)?.id ?? null) : null }
}
