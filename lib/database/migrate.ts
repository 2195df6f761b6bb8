import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

// The number that Prisma's own engine locks, so that the two never run at once.
const MIGRATION_LOCK = 72_707_369

const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/**
 * Applies the checked-in migrations that the database lacks, in order, and keeps Prisma's own table of them, so that its
 * command line agrees. Needs no engine at run time.
 * @returns the names of those it applied.
 * @throws {Error} when one fails, or failed before and was not resolved.
 */
export async function migrate(url: string, folder = 'prisma/migrations'): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(CREATE_TABLE)
    const known = await readKnown(client)
    const names = readdirSync(folder)
      .filter((name) => existsSync(join(folder, name, 'migration.sql')))
      .sort()
    const applied: string[] = []
    for (const name of names) {
      if (known.has(name)) continue
      await apply(client, name, readFileSync(join(folder, name, 'migration.sql'), 'utf8'))
      applied.push(name)
    }
    return applied
  } finally {
    await client.end()
  }
}

async function readKnown(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ migration_name: string; finished_at: Date | null }>(
    'SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  const failed = rows.find((row) => !row.finished_at)
  if (failed) {
    throw new Error(
      `The migration ${failed.migration_name} failed earlier. Repair the database, then run: npx prisma migrate resolve --applied ${failed.migration_name}`,
    )
  }
  return new Set(rows.map((row) => row.migration_name))
}

async function apply(client: pg.Client, name: string, sql: string) {
  const id = randomUUID()
  const checksum = createHash('sha256').update(sql).digest('hex')
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ])
  try {
    await client.query(sql)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, message])
    throw new Error(`The migration ${name} failed: ${message}`, { cause: error })
  }
  await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id])
}
