import type { RestoreDestinationInput } from '../contracts/destination'
import { hostChanged, joinSecrets, splitSecrets } from '../destinations/kit/stored-settings'
import { findDestinationType } from '../destinations/registry'
import type { Caller } from '../domain/caller'
import type { DeliverySettings } from '../domain/delivery'
import { AppError } from '../errors'
import { type Tx, transaction } from '../repositories/db'
import { destinations } from '../repositories/destinations'
import { lanes } from '../repositories/lanes'
import { secrets } from '../repositories/secrets'
import { workspace } from '../repositories/workspace'
import { authorise } from './authorise'
import { checkFallback } from './check-fallback'
import { resumedBySaving } from './resumed-by-saving'
import { stale, unknownType } from './settings-errors'

/**
 * Makes a destination what it was at an earlier revision, as a change of its own. Whether it is paused, and its secrets, an
 * address that is a secret among them, stay as they are now: old ones are not kept. A revision whose public settings pointed
 * to another host is refused, since today's secrets must not go there.
 * @throws {AppError} `stale`, `conflict` when the old name is taken or the host differed, `not-found`
 */
export async function restoreDestination(caller: Caller, input: RestoreDestinationInput): Promise<{ version: number }> {
  authorise(caller, 'DestinationModify')
  return transaction(async (tx) => {
    const now = await destinations.getLocked(tx, input.id)
    if (now.version !== input.version) throw stale('destination')
    const type = findDestinationType(now.type)
    if (!type) throw unknownType(now.type)
    const then = (await destinations.revisions(tx, input.id)).find(({ version }) => version === input.revision)
    if (!then) throw new AppError('not-found', 'This destination has no such revision.')
    if (hostChanged(type.fields, now.settings, then.settings)) {
      throw new AppError(
        'conflict',
        'That revision pointed to another host, where the secrets of today must not go. Edit the destination and enter the secrets for it.',
      )
    }
    const stored = { publicSettings: then.settings, secrets: await secrets.open(tx, input.id) }
    const parsed = type.settings.safeParse(joinSecrets(type.fields, stored))
    if (!parsed.success) {
      throw new AppError(
        'conflict',
        'That revision needs a secret that was removed since. Edit the destination and enter the secret.',
      )
    }
    const version = now.version + 1
    const { displayName, severities, alertTypes, logTypes, settings } = then
    const delivery = await withoutDeadFallback(tx, then.delivery)
    const configuration = await workspace.nextConfiguration(tx)
    await checkFallback(tx, input.id, delivery.fallbackId)
    const kept = splitSecrets(type.fields, parsed.data)
    const changedSecrets = await secrets.replace(tx, { destinationId: input.id, at: caller.now }, { ...kept.secrets })
    await destinations.update(
      tx,
      {
        ...now,
        displayName,
        severities,
        alertTypes,
        logTypes,
        settings,
        delivery,
        ...(await resumedBySaving(tx, now)),
        target: type.target(parsed.data),
        version,
        updatedAt: caller.now,
      },
      {
        change: 'restored',
        actorName: caller.name,
        changedSecrets,
        configuration,
      },
    )
    await lanes.reset(tx, input.id)
    return { version }
  })
}

/** A fallback that was deleted since cannot be restored; the rest can. */
async function withoutDeadFallback(tx: Tx, delivery: Partial<DeliverySettings>): Promise<Partial<DeliverySettings>> {
  const { fallbackId, ...rest } = delivery
  return fallbackId && (await destinations.find(tx, fallbackId)) ? delivery : rest
}
