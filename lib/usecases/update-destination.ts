import type { UpdateDestinationInput } from '../contracts/destination'
import { refuseUrl } from '../delivery/outbound'
import { readSettings } from '../destinations/read-settings'
import { findDestinationType } from '../destinations/registry'
import type { Caller } from '../domain/caller'
import { transaction } from '../repositories/db'
import { destinations } from '../repositories/destinations'
import { lanes } from '../repositories/lanes'
import { secrets } from '../repositories/secrets'
import { workspace } from '../repositories/workspace'
import { authorise } from './authorise'
import { checkFallback } from './check-fallback'
import { resumedBySaving } from './resumed-by-saving'
import { invalidSettings, stale, unknownType } from './settings-errors'

/**
 * Saves an edit that began at `input.version`. A blank secret keeps the stored one unless the host changed.
 * @throws {AppError} `stale` when somebody saved in between, `invalid-input`, `conflict`, `not-found`
 */
export async function updateDestination(
  caller: Caller,
  input: UpdateDestinationInput,
): Promise<{ id: string; version: number }> {
  authorise(caller, 'DestinationModify')
  return transaction(async (tx) => {
    const before = await destinations.getLocked(tx, input.id)
    if (before.version !== input.version) throw stale('destination')
    const type = findDestinationType(before.type)
    if (!type) throw unknownType(before.type)
    const read = readSettings(type, {
      submitted: input.settings,
      stored: { publicSettings: before.settings, secrets: await secrets.openReadable(tx, input.id) },
      refuseUrl,
    })
    if (!read.ok) throw invalidSettings(read.fields)
    const version = before.version + 1
    const configuration = await workspace.nextConfiguration(tx)
    await checkFallback(tx, input.id, input.delivery.fallbackId)
    const changedSecrets = await secrets.replace(
      tx,
      { destinationId: input.id, at: caller.now },
      { ...read.stored.secrets },
    )
    await destinations.update(
      tx,
      {
        ...before,
        displayName: input.displayName,
        severities: input.severities,
        alertTypes: input.alertTypes,
        logTypes: input.logTypes,
        settings: { ...read.stored.publicSettings },
        target: read.target,
        delivery: input.delivery,
        ...(await resumedBySaving(tx, before)),
        version,
        updatedAt: caller.now,
      },
      {
        change: 'edited',
        actorName: caller.name,
        changedSecrets,
        configuration,
      },
    )
    await lanes.reset(tx, input.id)
    return { id: input.id, version }
  })
}
