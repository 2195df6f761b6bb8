import type { DeliveryLogQuery, DeliveryLogView } from '../contracts/delivery'
import type { Caller } from '../domain/caller'
import { query } from '../repositories/db'
import { deliveries } from '../repositories/deliveries'
import { destinations } from '../repositories/destinations'
import { authorise } from './authorise'

const PAGE = 20

/** The destination's log, newest first, a page at a time. `next` asks for the page after. @throws {AppError} `not-found` */
export async function listDeliveries(caller: Caller, input: DeliveryLogQuery): Promise<DeliveryLogView> {
  authorise(caller, 'DestinationRead')
  return query(async (tx) => {
    await destinations.get(tx, input.id)
    const found = await deliveries.list(tx, input.id, { limit: PAGE + 1, before: input.before })
    const results = found.slice(0, PAGE)
    return { results, next: found.length > PAGE ? (results.at(-1)?.id ?? null) : null }
  })
}
