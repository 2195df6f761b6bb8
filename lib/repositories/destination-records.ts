import type { Destination } from '../domain/destination-record'
import type { Tx } from './db'
import { destinations, toDestination } from './destinations'

/** A destination with the fields of the secrets that are set. */
export type DestinationRecord = { destination: Destination; secretFields: string[] }

export const destinationRecords = {
  /** @throws {AppError} `not-found` */
  async get(tx: Tx, id: string): Promise<DestinationRecord> {
    const destination = await destinations.get(tx, id)
    return { destination, secretFields: (await secretFieldsOf(tx, [id])).get(id) ?? [] }
  },

  /** Those after `after`, in order of id: whatever stays is met exactly once, however names change meanwhile. */
  async page(tx: Tx, { after, limit }: { after: string | undefined; limit: number }): Promise<DestinationRecord[]> {
    const rows = await tx.destination.findMany({
      where: { deletedAt: null, ...(after !== undefined && { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: limit,
    })
    const fields = await secretFieldsOf(
      tx,
      rows.map(({ id }) => id),
    )
    return rows.map((row) => ({ destination: toDestination(row), secretFields: fields.get(row.id) ?? [] }))
  },
}

async function secretFieldsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.destinationSecret.findMany({
    where: { destinationId: { in: [...ids] } },
    select: { destinationId: true, field: true },
    orderBy: { field: 'asc' },
  })
  const fields = new Map<string, string[]>()
  for (const { destinationId, field } of rows) fields.set(destinationId, [...(fields.get(destinationId) ?? []), field])
  return fields
}
