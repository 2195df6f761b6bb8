import type { DependantsView, DestinationId } from '../contracts/destination'
import type { Caller } from '../domain/caller'
import { query } from '../repositories/db'
import { destinations } from '../repositories/destinations'
import { authorise } from './authorise'
import { findDependants } from './find-dependants'

const SHOWN = 100

/** What deleting the destination would change. @throws {AppError} `not-found` */
export async function describeDependants(caller: Caller, { id }: DestinationId): Promise<DependantsView> {
  authorise(caller, 'DestinationRead')
  return query(async (tx) => {
    const destination = await destinations.get(tx, id)
    const { naming, orphaned } = await findDependants(tx, destination)
    return {
      displayName: destination.displayName,
      detections: naming.slice(0, SHOWN),
      orphanedDetections: orphaned.slice(0, SHOWN).map(({ id, displayName }) => ({ id, displayName })),
      mustTypeName: naming.length > 0 || orphaned.length > 0,
    }
  })
}
