import { readKeys } from '../secrets/keys'
import { createSealer, type Sealer } from '../secrets/seal'
import type { Tx } from './db'

let sealer: Sealer | undefined

/** The sealer of this process's keys. */
export function processSealer(): Sealer {
  sealer ??= createSealer(readKeys())
  return sealer
}

/** Secrets by field, in clear: for the one use-case that delivers or merges them, and never further. */
export type OpenSecrets = Record<string, string>

export const secrets = {
  /** @throws {UnsealError} when one cannot be opened with this process's keys. */
  async open(tx: Tx, destinationId: string): Promise<OpenSecrets> {
    const rows = await tx.destinationSecret.findMany({ where: { destinationId } })
    return Object.fromEntries(
      rows.map((row) => [row.field, processSealer().open(row, { destinationId, field: row.field })]),
    )
  },

  /** Which are set, and since when. */
  async list(tx: Tx, destinationId: string): Promise<{ field: string; updatedAt: Date }[]> {
    return tx.destinationSecret.findMany({
      where: { destinationId },
      select: { field: true, updatedAt: true },
      orderBy: { field: 'asc' },
    })
  },

  /** Makes the stored ones equal to `values`; an unchanged one is left as it is. @returns the fields that changed. */
  async replace(
    tx: Tx,
    { destinationId, at }: { destinationId: string; at: Date },
    values: OpenSecrets,
  ): Promise<string[]> {
    const before = await secrets.open(tx, destinationId)
    const removed = Object.keys(before).filter((field) => !(field in values))
    const set = Object.keys(values).filter((field) => before[field] !== values[field])
    if (removed.length > 0) await tx.destinationSecret.deleteMany({ where: { destinationId, field: { in: removed } } })
    for (const field of set) {
      const sealed = processSealer().seal(values[field] ?? '', { destinationId, field })
      await tx.destinationSecret.upsert({
        where: { destinationId_field: { destinationId, field } },
        create: { destinationId, field, ...sealed, updatedAt: at },
        update: { ...sealed, updatedAt: at },
      })
    }
    return [...removed, ...set].sort()
  },
}
