import type { DeleteDestinationInput } from '../contracts/destination'
import type { Caller } from '../domain/caller'
import type { Destination } from '../domain/destination-record'
import { AppError } from '../errors'
import { type Tx, transaction } from '../repositories/db'
import { deliveries } from '../repositories/deliveries'
import { destinations } from '../repositories/destinations'
import { lanes } from '../repositories/lanes'
import { sqlOf } from '../repositories/sql'
import { workspace } from '../repositories/workspace'
import { authorise } from './authorise'
import { findDependants, mustTypeName } from './find-dependants'
import { stale } from './settings-errors'

/**
 * Takes a destination out of routing and of every list; its history and log stay, what was still to be sent to it is
 * cancelled, and destinations that fell back to it have no fallback. Its name must be typed when something depends on it.
 * @throws {AppError} `stale`, `invalid-input` for a wrong confirmation, `not-found`
 */
export async function deleteDestination(caller: Caller, input: DeleteDestinationInput): Promise<void> {
  authorise(caller, 'DestinationModify')
  await transaction(async (tx) => {
    const destination = await destinations.getLocked(tx, input.id)
    if (destination.version !== input.version) throw stale('destination')
    const dependants = await findDependants(tx, destination)
    if (mustTypeName(dependants) && input.confirmation !== destination.displayName) throw unconfirmed(destination)
    // Rows are locked before the workspace's, as every other change of a destination does.
    const fallingBack = await Promise.all(dependants.fallbackFor.map(({ id }) => destinations.getLocked(tx, id)))
    const change = {
      actorName: caller.name,
      changedSecrets: [],
      configuration: await workspace.nextConfiguration(tx),
    }
    await refuseNewDependant(tx, input.id, fallingBack)
    for (const other of fallingBack) await dropFallback(tx, other, caller.now, change)
    await deliveries.cancelOpen(sqlOf(tx), input.id, 'The destination was deleted.')
    await destinations.delete(tx, destination, caller.now, change)
    await lanes.touch(tx, input.id)
  })
}

const unconfirmed = ({ displayName }: Destination) =>
  new AppError('invalid-input', `Something depends on this destination. Type its name, ${displayName}, to delete it.`, {
    fields: { confirmation: `Type ${displayName}, exactly as written.` },
  })

/** Somebody may have chosen it as a fallback before the workspace was locked. */
async function refuseNewDependant(tx: Tx, id: string, known: readonly Destination[]): Promise<void> {
  const now = await destinations.fallingBackTo(tx, id)
  if (now.some((other) => known.every((each) => each.id !== other.id))) throw stale('destination')
}

type Change = Omit<Parameters<typeof destinations.update>[2], 'change'>

async function dropFallback(tx: Tx, destination: Destination, at: Date, change: Change): Promise<void> {
  const { fallbackId: _, ...delivery } = destination.delivery
  const version = destination.version + 1
  await destinations.update(tx, { ...destination, delivery, version, updatedAt: at }, { ...change, change: 'edited' })
  await lanes.touch(tx, destination.id)
}
