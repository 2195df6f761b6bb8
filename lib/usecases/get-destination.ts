import type { DestinationId, DestinationView } from '../contracts/destination'
import type { Caller } from '../domain/caller'
import { query } from '../repositories/db'
import { findListedDestination } from '../repositories/destination-list'
import { destinationNotFound, destinations } from '../repositories/destinations'
import { detections } from '../repositories/detections'
import { secrets } from '../repositories/secrets'
import { toDestinationRowView } from '../views/destination-view'
import { authorise } from './authorise'

/** One destination with what its page shows: of its secrets only which are set. @throws {AppError} `not-found` */
export async function getDestination(caller: Caller, { id }: DestinationId): Promise<DestinationView> {
  authorise(caller, 'DestinationRead')
  return query(async (tx) => {
    const listed = await findListedDestination(tx, id)
    if (!listed) throw destinationNotFound()
    const { delivery } = listed.destination
    const [set, naming, fallback, fallbackFor] = await Promise.all([
      secrets.list(tx, id),
      detections.naming(tx, listed.destination),
      delivery.fallbackId ? destinations.find(tx, delivery.fallbackId) : undefined,
      destinations.fallingBackTo(tx, id),
    ])
    return {
      ...toDestinationRowView(listed),
      settings: listed.destination.settings,
      secrets: set.map(({ field, updatedAt }) => ({ field, updatedAt: updatedAt.toISOString() })),
      delivery,
      fallback: fallback ? { id: fallback.id, displayName: fallback.displayName } : null,
      fallbackFor,
      createdAt: listed.destination.createdAt.toISOString(),
      detections: naming,
    }
  })
}
