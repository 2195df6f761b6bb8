import type { DeleteDestinationInput } from '../contracts/destination'
import type { Caller } from '../domain/caller'
import { AppError } from '../errors'
import { transaction } from '../repositories/db'
import { deliveries } from '../repositories/deliveries'
import { destinations } from '../repositories/destinations'
import { lanes } from '../repositories/lanes'
import { sqlOf } from '../repositories/sql'
import { workspace } from '../repositories/workspace'
import { authorise } from './authorise'
import { findDependants } from './find-dependants'
import { stale } from './settings-errors'

/**
 * Takes a destination out of routing and of every list; its history and log stay. Its name must be typed when something
 * depends on it. @throws {AppError} `stale`, `invalid-input` for a wrong confirmation, `not-found`
 */
export async function deleteDestination(caller: Caller, input: DeleteDestinationInput): Promise<void> {
  authorise(caller, 'DestinationModify')
  await transaction(async (tx) => {
    const destination = await destinations.getLocked(tx, input.id)
    if (destination.version !== input.version) throw stale('destination')
    const { naming, orphaned } = await findDependants(tx, destination)
    if (naming.length + orphaned.length > 0 && input.confirmation !== destination.displayName) {
      throw new AppError(
        'invalid-input',
        `Detections depend on this destination. Type its name, ${destination.displayName}, to delete it.`,
        {
          fields: { confirmation: `Type ${destination.displayName}, exactly as written.` },
        },
      )
    }
    const configuration = await workspace.nextConfiguration(tx)
    await deliveries.cancelOpen(sqlOf(tx), input.id, 'The destination was deleted.')
    await destinations.delete(tx, destination, caller.now, {
      actorName: caller.name,
      changedSecrets: [],
      configuration,
    })
    await lanes.touch(tx, input.id)
  })
}
