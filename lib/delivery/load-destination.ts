import { createRedactor } from '../destinations/kit/redact'
import type { DestinationType } from '../destinations/kit/types'
import { readSettings } from '../destinations/read-settings'
import { findDestinationType } from '../destinations/registry'
import { type DeliverySettings, effectiveDelivery } from '../domain/delivery'
import { AppError } from '../errors'
import { query } from '../repositories/db'
import { destinations } from '../repositories/destinations'
import { secrets } from '../repositories/secrets'

/** A destination ready to be delivered to. Its secrets are in clear in `settings`: it never leaves the worker. */
export type ReadyDestination = {
  version: number
  displayName: string
  type: DestinationType
  settings: Record<string, unknown>
  delivery: DeliverySettings
  redact(text: string): string
}

/** What holds a destination's queue: its settings can't be used, which is no delivery's fault. The message is safe to show. */
export class UnusableSettings extends Error {}

/** Reads a destination with its secrets. @throws {UnusableSettings}, {AppError} `not-found`, `database-unavailable` */
export async function loadDestination(id: string): Promise<ReadyDestination> {
  const { destination, open } = await query(async (tx) => ({
    destination: await destinations.get(tx, id),
    open: await openSecrets(() => secrets.open(tx, id)),
  }))
  const type = findDestinationType(destination.type)
  if (!type) throw new UnusableSettings(`This version of Switchyard has no destination type ${destination.type}.`)
  const read = readSettings(type, {
    submitted: { ...destination.settings },
    stored: { publicSettings: destination.settings, secrets: open },
    // What the guard refuses is said by the attempt itself: the operator's policy may have changed since it was saved.
    refuseUrl: () => undefined,
  })
  if (!read.ok) {
    const [problem] = Object.values(read.fields)
    throw new UnusableSettings(`The settings cannot be used: ${problem} Edit the destination and save it again.`)
  }
  return {
    version: destination.version,
    displayName: destination.displayName,
    type,
    settings: read.settings,
    delivery: effectiveDelivery(destination.delivery),
    redact: createRedactor(Object.values(open)),
  }
}

async function openSecrets<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') throw new UnusableSettings(error.message)
    throw error
  }
}
