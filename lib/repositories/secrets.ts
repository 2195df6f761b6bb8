import { AppError } from '../errors'
import { readKeys } from '../secrets/keys'
import { createSealer, type Sealer, UnsealError } from '../secrets/seal'
import type { Tx } from './db'

let sealer: Sealer | undefined

/** The sealer of this process's keys. */
export function processSealer(): Sealer {
  sealer ??= createSealer(readKeys())
  return sealer
}

/** Secrets by field, in clear: for the one use-case that delivers or merges them, and never further. */
export type OpenSecrets = Record<string, string>

type Row = { field: string; keyId: string; sealed: Uint8Array<ArrayBuffer> }

const openRow = (destinationId: string, row: Row) => processSealer().open(row, { destinationId, field: row.field })

export const secrets = {
  /** @throws {AppError} `conflict` when one cannot be opened with this process's keys: it has to be entered anew. */
  async open(tx: Tx, destinationId: string): Promise<OpenSecrets> {
    const rows = await tx.destinationSecret.findMany({ where: { destinationId } })
    try {
      return Object.fromEntries(rows.map((row) => [row.field, openRow(destinationId, row)]))
    } catch (error) {
      if (!(error instanceof UnsealError)) throw error
      const message = `A stored secret of this destination cannot be read. ${error.message} Edit the destination and enter its secrets again.`
      throw new AppError('conflict', message, { cause: error })
    }
  },

  /** As `open`, but one that cannot be opened counts as not there, so that a new value can take its place. */
  async openReadable(tx: Tx, destinationId: string): Promise<OpenSecrets> {
    const rows = await tx.destinationSecret.findMany({ where: { destinationId } })
    const opened = rows.flatMap((row) => {
      try {
        return [[row.field, openRow(destinationId, row)]]
      } catch (error) {
        if (error instanceof UnsealError) return []
        throw error
      }
    })
    return Object.fromEntries(opened)
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
    const before = await secrets.openReadable(tx, destinationId)
    const stored = await secrets.list(tx, destinationId)
    const removed = stored.map(({ field }) => field).filter((field) => !(field in values))
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
