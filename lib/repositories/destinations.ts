import type { AlertType } from '../domain/alert-type'
import type { DeliverySettings } from '../domain/delivery'
import type { Destination, DestinationChange, DestinationRevision } from '../domain/destination-record'
import type { Severity } from '../domain/severity'
import { AppError } from '../errors'
import { isUniqueViolation, type Tx } from './db'
import type { Prisma } from './generated/client'
import { lanes } from './lanes'

type Row = Prisma.DestinationGetPayload<object>

export function toDestination(row: Omit<Row, 'deletedAt' | 'searchText'>): Destination {
  return {
    id: row.id,
    type: row.type,
    displayName: row.displayName,
    // Written only through inputs that know these unions.
    severities: row.severities as Severity[],
    alertTypes: row.alertTypes as AlertType[],
    logTypes: row.logTypes,
    settings: row.settings as Record<string, unknown>,
    target: row.target,
    isPaused: row.isPaused,
    pausedUntil: row.pausedUntil,
    delivery: row.delivery as Partial<DeliverySettings>,
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }
}

const nameTaken = (name: string) =>
  new AppError('conflict', `A destination named ${name} exists already. Choose another display name.`, {
    fields: { displayName: `A destination named ${name} exists already.` },
  })

export const destinationNotFound = () =>
  new AppError('not-found', 'There is no such destination. It may have been deleted; its address may be mistyped.')

type Change = { change: DestinationChange; actorName: string; changedSecrets: string[]; configuration: number }

export const destinations = {
  async find(tx: Tx, id: string): Promise<Destination | undefined> {
    const row = await tx.destination.findFirst({ where: { id, deletedAt: null } })
    return row ? toDestination(row) : undefined
  },

  /** @throws {AppError} `not-found` */
  async get(tx: Tx, id: string): Promise<Destination> {
    const found = await destinations.find(tx, id)
    if (!found) throw destinationNotFound()
    return found
  },

  /** The destination, locked until the transaction ends. @throws {AppError} `not-found` */
  async getLocked(tx: Tx, id: string): Promise<Destination> {
    await tx.$queryRaw`SELECT 1 FROM destination WHERE id = ${id}::uuid FOR UPDATE`
    return destinations.get(tx, id)
  },

  /** @throws {AppError} `conflict` when the display name is another destination's name or id. */
  async insert(tx: Tx, destination: Destination, change: Change): Promise<void> {
    await refuseIdAsName(tx, destination)
    try {
      await tx.destination.create({ data: rowOf(destination) })
    } catch (error) {
      throw isUniqueViolation(error) ? nameTaken(destination.displayName) : error
    }
    await lanes.create(tx, destination.id)
    await recordRevision(tx, destination, change)
  },

  /** Writes all of it; `destination.version` is already the new one. @throws {AppError} `conflict`, as `insert`. */
  async update(tx: Tx, destination: Destination, change: Change): Promise<void> {
    await refuseIdAsName(tx, destination)
    const { id, ...data } = rowOf(destination)
    try {
      await tx.destination.update({ where: { id }, data })
    } catch (error) {
      throw isUniqueViolation(error) ? nameTaken(destination.displayName) : error
    }
    await recordRevision(tx, destination, change)
  },

  /** Soft: the row, its history and its log stay, its secrets go. */
  async delete(tx: Tx, destination: Destination, at: Date, change: Omit<Change, 'change'>): Promise<void> {
    const deleted = { ...destination, version: destination.version + 1, updatedAt: at }
    await tx.destination.update({ where: { id: destination.id }, data: { deletedAt: at, version: deleted.version } })
    await tx.destinationSecret.deleteMany({ where: { destinationId: destination.id } })
    await recordRevision(tx, deleted, { ...change, change: 'deleted' })
  },

  async idsAndNames(tx: Tx): Promise<{ id: string; displayName: string; type: string }[]> {
    return tx.destination.findMany({
      where: { deletedAt: null },
      select: { id: true, displayName: true, type: true },
      orderBy: { displayName: 'asc' },
    })
  },

  /** What a receipt marks destinations with, by id. */
  async marks(tx: Tx): Promise<Map<string, { type: string; isPaused: boolean }>> {
    const rows = await tx.destination.findMany({
      where: { deletedAt: null },
      select: { id: true, type: true, isPaused: true },
    })
    return new Map(rows.map(({ id, ...mark }) => [id, mark]))
  },

  /** Those that the destination stands in for, by name. */
  async fallingBackTo(tx: Tx, id: string): Promise<{ id: string; displayName: string }[]> {
    return tx.destination.findMany({
      where: { deletedAt: null, delivery: { path: ['fallbackId'], equals: id } },
      select: { id: true, displayName: true },
      orderBy: { displayName: 'asc' },
    })
  },

  /** Those whose pause is over by the database's clock. */
  async pausesOver(tx: Tx): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM destination WHERE is_paused AND paused_until <= now() AND deleted_at IS NULL`
    return rows.map(({ id }) => id)
  },

  async search(tx: Tx, text: string, limit: number): Promise<{ id: string; displayName: string; type: string }[]> {
    return tx.destination.findMany({
      where: { deletedAt: null, displayName: { contains: text, mode: 'insensitive' } },
      select: { id: true, displayName: true, type: true },
      orderBy: { displayName: 'asc' },
      take: limit,
    })
  },

  /** Newest first. */
  async revisions(tx: Tx, id: string): Promise<DestinationRevision[]> {
    const rows = await tx.destinationRevision.findMany({ where: { destinationId: id }, orderBy: { version: 'desc' } })
    return rows.map((row) => ({
      version: row.version,
      change: row.change as DestinationChange,
      displayName: row.displayName,
      severities: row.severities as Severity[],
      alertTypes: row.alertTypes as AlertType[],
      logTypes: row.logTypes,
      settings: row.settings as Record<string, unknown>,
      delivery: row.delivery as Partial<DeliverySettings>,
      isPaused: row.isPaused,
      changedSecrets: row.changedSecrets,
      actorName: row.actorName,
      at: row.at,
    }))
  },
}

function rowOf(destination: Destination) {
  const { displayName, target, logTypes } = destination
  const searchText = [displayName, target, ...logTypes].join('\n').toLowerCase()
  return {
    ...destination,
    searchText,
    settings: destination.settings as Prisma.InputJsonObject,
    delivery: destination.delivery as Prisma.InputJsonObject,
  }
}

// A name that is another destination's id would make that id ambiguous to a detection.
async function refuseIdAsName(tx: Tx, { id, displayName }: Destination) {
  const taken = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM destination WHERE id::text = lower(${displayName}) AND id <> ${id}::uuid AND deleted_at IS NULL`
  if (taken.length === 0) return
  throw new AppError('conflict', 'This display name is the id of another destination. Choose another display name.', {
    fields: { displayName: 'This is the id of another destination.' },
  })
}

async function recordRevision(
  tx: Tx,
  destination: Destination,
  { change, actorName, changedSecrets, configuration }: Change,
) {
  await tx.destinationRevision.updateMany({
    where: { destinationId: destination.id, toConfiguration: null },
    data: { toConfiguration: configuration },
  })
  await tx.destinationRevision.create({
    data: {
      destinationId: destination.id,
      version: destination.version,
      change,
      displayName: destination.displayName,
      severities: destination.severities,
      alertTypes: destination.alertTypes,
      logTypes: destination.logTypes,
      settings: destination.settings as Prisma.InputJsonObject,
      delivery: destination.delivery as Prisma.InputJsonObject,
      isPaused: destination.isPaused,
      changedSecrets,
      fromConfiguration: configuration,
      actorName,
      at: destination.updatedAt,
    },
  })
}
