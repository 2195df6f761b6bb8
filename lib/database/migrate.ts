import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

// The number that Prisma's own engine locks, so that the two never run at once.
const MIGRATION_LOCK = 72_707_369

const MIGRATIONS = 'prisma/migrations'

const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

const RECORD = `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
  VALUES ($1, $2, $3, now(), 1)`

/**
 * Applies the checked-in migrations that the database lacks, in order, each whole or not at all, and keeps Prisma's own
 * table of them, so that its command line agrees. Needs no engine at run time.
 * @returns the names of those it applied.
 * @throws {Error} when one fails: the database is then as it was before that one.
 */
export async function migrate(url: string, folder = MIGRATIONS): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // A lost connection fails the statement that is under way, which tells enough.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(CREATE_TABLE)
    const known = await readKnown(client)
    const names = migrationNames(folder).filter((name) => !known.has(name))
    for (const name of names) await apply(client, name, readFileSync(join(folder, name, 'migration.sql'), 'utf8'))
    return names
  } finally {
    await client.end()
  }
}

/** The checked-in migrations, in the order they are applied. */
export function migrationNames(folder = MIGRATIONS): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort()
}

async function readKnown(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ migration_name: string; finished_at: Date | null }>(
    'SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  const unfinished = rows.find((row) => !row.finished_at)
  if (unfinished) {
    throw new Error(
      `Prisma's command line left the migration ${unfinished.migration_name} unfinished. ` +
        `Undo what it did, then run: npx prisma migrate resolve --rolled-back ${unfinished.migration_name}`,
    )
  }
  return new Set(rows.map((row) => row.migration_name))
}

async function apply(client: pg.Client, name: string, sql: string) {
  const checksum = createHash('sha256').update(sql).digest('hex')
  try {
    await client.query('BEGIN')
    await client.query(sql)
    await client.query(RECORD, [randomUUID(), checksum, name])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    const message = error instanceof Error ? error.message : String(error)
    throw new Error(`The migration ${name} failed and was undone: ${message}`, { cause: error })
  }
}
