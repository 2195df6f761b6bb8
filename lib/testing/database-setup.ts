import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../database/embedded-postgres'
import { migrate } from '../database/migrate'

/** A PostgreSQL of this run's own, migrated, for every database test. */
export default async function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'switchyard-test-'))
  chmodSync(folder, 0o755)
  const database = await startEmbeddedPostgres(folder)
  await migrate(database.url)
  process.env.DATABASE_URL = database.url
  process.env.SWITCHYARD_KEY = randomBytes(32).toString('base64')
  process.env.SWITCHYARD_LOG_LEVEL = 'silent'
  return async () => {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
