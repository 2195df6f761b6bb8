import { AsyncLocalStorage } from 'node:async_hooks'
import type pg from 'pg'
import { type Tx, translated } from './db'
import { createPool } from './pool'

const POOL_SIZE = 12

/** Runs SQL as it is written: for hot paths, where a query builder would be most of the cost. */
export type Sql = {
  rows<T>(text: string, values?: readonly unknown[]): Promise<T[]>
  /** The same, planned for these very values and not kept: for statements that are put together from filters. */
  rowsOnce<T>(text: string, values?: readonly unknown[]): Promise<T[]>
}

// A process holds this module more than once (the server's, and those that Next bundles): what they share is on the global object.
const holder = globalThis as { switchyardPool?: pg.Pool; switchyardStatements?: Map<string, string> }
const ambient = new AsyncLocalStorage<Sql>()

function pool(): pg.Pool {
  holder.switchyardPool ??= createPool(POOL_SIZE)
  return holder.switchyardPool
}

const sqlOn = (client: pg.Pool | pg.PoolClient): Sql => ({
  rows: async <T>(text: string, values: readonly unknown[] = []) =>
    // The caller states the shape of what its own statement selects.
    (await client.query({ name: nameOf(text), text, values: [...values] })).rows as T[],
  rowsOnce: async <T>(text: string, values: readonly unknown[] = []) =>
    (await client.query(text, [...values])).rows as T[],
})

// A statement is prepared once a connection: parsing the long ones costs more than running them.
function nameOf(text: string): string {
  holder.switchyardStatements ??= new Map()
  const names = holder.switchyardStatements
  const known = names.get(text)
  if (known) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

/** The same on a transaction of Prisma's, for what both kinds of transaction do. */
export function sqlOf(tx: Tx): Sql {
  const rows = <T>(text: string, values: readonly unknown[] = []) => tx.$queryRawUnsafe<T[]>(text, ...values)
  return { rows, rowsOnce: rows }
}

/** Runs one statement, or several that need no transaction together. @throws {AppError} `database-unavailable` */
export function sqlQuery<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  return translated(() => work(ambient.getStore() ?? sqlOn(pool())))
}

/** Runs `work` in one transaction, the one that is open already if any. @throws {AppError} `database-unavailable` */
export function sqlTransaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  const open = ambient.getStore()
  if (open) return work(open)
  return translated(async () => {
    const client = await pool().connect()
    let isBroken = false
    try {
      await client.query('BEGIN')
      const sql = sqlOn(client)
      const result = await ambient.run(sql, () => work(sql))
      await client.query('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {
        isBroken = true
      })
      throw error
    } finally {
      client.release(isBroken)
    }
  })
}

/** Closes the pool. */
export async function closeSql(): Promise<void> {
  const closing = holder.switchyardPool
  holder.switchyardPool = undefined
  await closing?.end()
}
