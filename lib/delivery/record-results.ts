import { setTimeout as wait } from 'node:timers/promises'
import { log } from '../log'
import { type AttemptResult, deliveryQueue } from '../repositories/delivery-queue'
import { sqlTransaction } from '../repositories/sql'

const BATCH = 200
const RETRY_MS = 300
/** Between two batches: under load, more share a commit. */
const GATHER_MS = 10

export type Recorder = {
  add(result: AttemptResult): void
  /** Resolves when everything that was added is stored. */
  settled(): Promise<void>
}

/**
 * Stores what attempts came to: whatever ends while one batch is being written goes with the next, so that many deliveries
 * share a commit and a lone one does not wait; `stored` is told of each batch. While the database is away it tries again until it is back.
 */
export function createRecorder(stored: (results: readonly AttemptResult[]) => void): Recorder {
  let pending: AttemptResult[] = []
  let writing: Promise<void> | undefined

  async function write() {
    while (pending.length > 0) {
      const batch = pending.slice(0, BATCH)
      pending = pending.slice(BATCH)
      await store(batch)
      stored(batch)
      if (pending.length < BATCH) await wait(GATHER_MS)
    }
    writing = undefined
  }

  return {
    add(result) {
      pending.push(result)
      writing ??= write()
    },
    async settled() {
      while (writing) await writing
    },
  }
}

async function store(batch: readonly AttemptResult[]): Promise<void> {
  for (let isRepeated = false; ; isRepeated = true) {
    try {
      await sqlTransaction(async (sql) => {
        const failed = await deliveryQueue.record(sql, batch, isRepeated)
        if (failed.length > 0) await deliveryQueue.standInForFailed(sql, failed)
      })
      return
    } catch (error) {
      if (isUnstorable(error)) return storeSingly(batch, error)
      log.warn({ err: error }, 'attempts could not be stored; trying again')
      await wait(RETRY_MS)
    }
  }
}

// Class 22 of PostgreSQL's errors: the values themselves are at fault, and would be again.
const isUnstorable = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('22')

/** One attempt that cannot be stored must not keep the others, nor its own delivery, from going on. */
async function storeSingly(batch: readonly AttemptResult[], error: unknown): Promise<void> {
  const [only] = batch
  if (batch.length > 1) {
    for (const result of batch) await store([result])
  } else if (only && only.attempt.exchanges.length > 0) {
    log.error({ err: error, deliveryId: only.deliveryId }, 'what was sent and answered could not be stored')
    await store([{ ...only, attempt: { ...only.attempt, exchanges: [] } }])
  } else {
    throw error
  }
}
