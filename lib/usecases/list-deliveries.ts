import type { DeliveryLogInput, DeliveryLogView } from '../contracts/delivery'
import type { Caller } from '../domain/caller'
import { deliveryFilterOf } from '../domain/delivery-filter'
import { query } from '../repositories/db'
import { deliveries } from '../repositories/deliveries'
import { destinations } from '../repositories/destinations'
import { sqlQuery } from '../repositories/sql'
import { authorise } from './authorise'

const PAGE = 20

/** The destination's log, newest first, a page at a time. `next` asks for the page after. @throws {AppError} `not-found` */
export async function listDeliveries(caller: Caller, input: DeliveryLogInput): Promise<DeliveryLogView> {
  authorise(caller, 'DestinationRead')
  const { id, before, limit = PAGE } = input
  await query((tx) => destinations.get(tx, id))
  const filter = deliveryFilterOf(input, caller.now)
  const found = await sqlQuery((sql) => deliveries.list(sql, id, filter, { limit: limit + 1, before }))
  const results = found.slice(0, limit)
  return { results, next: found.length > limit ? (results.at(-1)?.id ?? null) : null }
}
