import { randomUUID } from 'node:crypto'
import type { DestinationInput } from '../contracts/destination'
import { refuseUrl } from '../delivery/outbound'
import { readSettings } from '../destinations/read-settings'
import { findDestinationType } from '../destinations/registry'
import type { Caller } from '../domain/caller'
import { transaction } from '../repositories/db'
import { destinations } from '../repositories/destinations'
import { secrets } from '../repositories/secrets'
import { workspace } from '../repositories/workspace'
import { authorise } from './authorise'
import { checkFallback } from './check-fallback'
import { invalidSettings, unknownType } from './settings-errors'

/** Adds a destination, its secrets sealed, as the first revision of its history. @throws {AppError} `invalid-input`, `conflict` */
export async function createDestination(caller: Caller, input: DestinationInput): Promise<{ id: string }> {
  authorise(caller, 'DestinationModify')
  const type = findDestinationType(input.type)
  if (!type) throw unknownType(input.type)
  const read = readSettings(type, { submitted: input.settings, refuseUrl })
  if (!read.ok) throw invalidSettings(read.fields)
  const id = randomUUID()
  await transaction(async (tx) => {
    const configuration = await workspace.nextConfiguration(tx)
    await checkFallback(tx, id, input.delivery.fallbackId)
    const destination = {
      ...input,
      id,
      settings: { ...read.stored.publicSettings },
      target: read.target,
      isPaused: false,
      pausedUntil: null,
      version: 1,
      createdAt: caller.now,
      updatedAt: caller.now,
    }
    await destinations.insert(tx, destination, {
      change: 'created',
      actorName: caller.name,
      changedSecrets: Object.keys(read.stored.secrets).sort(),
      configuration,
    })
    await secrets.replace(tx, { destinationId: id, at: caller.now }, { ...read.stored.secrets })
  })
  return { id }
}
