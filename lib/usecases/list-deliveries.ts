import type { DeliveryLogQuery, DeliveryLogView } from '../contracts/delivery'
import type { Caller } from '../domain/caller'
import { query } from '../repositories/db'
import { deliveries } from '../repositories/deliveries'
import { destinations } from '../repositories/destinations'
import { sqlQuery } from '../repositories/sql'
import { authorise } from './authorise'

const PAGE = 20

/** The destination's log, newest first, a page at a time. `next` asks for the page after. @throws {AppError} `not-found` */
export async function listDeliveries(
  caller: Caller,
  { limit = PAGE, ...input }: DeliveryLogQuery & { limit?: number },
): Promise<DeliveryLogView> {
  authorise(caller, 'DestinationRead')
  await query((tx) => destinations.get(tx, input.id))
  const page = { limit: limit + 1, before: input.before }
  const found = await sqlQuery((sql) => deliveries.list(sql, input.id, input, page))
  const results = found.slice(0, limit)
  return { results, next: found.length > limit ? (results.at(-1)?.id ?? null) : null }
}
