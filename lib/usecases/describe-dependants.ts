import type { DependantsView, DestinationId } from '../contracts/destination'
import type { Caller } from '../domain/caller'
import { query } from '../repositories/db'
import { deliveries } from '../repositories/deliveries'
import { destinations } from '../repositories/destinations'
import { sqlOf } from '../repositories/sql'
import { authorise } from './authorise'
import { findDependants, mustTypeName } from './find-dependants'

const SHOWN = 100

/** What deleting the destination would change. @throws {AppError} `not-found` */
export async function describeDependants(caller: Caller, { id }: DestinationId): Promise<DependantsView> {
  authorise(caller, 'DestinationRead')
  return query(async (tx) => {
    const destination = await destinations.get(tx, id)
    const dependants = await findDependants(tx, destination)
    const { naming, orphaned, fallbackFor, lost } = dependants
    return {
      displayName: destination.displayName,
      detections: naming.slice(0, SHOWN),
      orphanedDetections: orphaned.slice(0, SHOWN).map(({ id, displayName }) => ({ id, displayName })),
      fallbackFor: fallbackFor.slice(0, SHOWN),
      unfinished: await deliveries.countUnfinished(sqlOf(tx), id),
      lostAlerts: lost.count,
      isLostCut: lost.isCut,
      mustTypeName: mustTypeName(dependants),
    }
  })
}
