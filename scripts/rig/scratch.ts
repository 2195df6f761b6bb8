import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { embeddedPostgresUrl, startEmbeddedPostgres } from '@/lib/database/embedded-postgres'
import type { Teardown } from './teardown'

const KEY_BYTES = 32
const GONE_MS = 50

/** A database and the key to it, as a process is told of them. */
export type Database = { url: string; key: string }

/** An empty folder that the database's user may enter, removed at the end with the server that runs in it. */
export function scratchFolder(teardown: Teardown): string {
  const folder = mkdtempSync(join(tmpdir(), 'switchyard-rig-'))
  chmodSync(folder, 0o755)
  teardown.add(async () => {
    await endServer(folder)
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** A PostgreSQL that this process runs, and starts again whenever it ends: what another machine's would be. */
export async function startDatabase(folder: string, teardown: Teardown): Promise<Database> {
  const server = await startEmbeddedPostgres(folder)
  teardown.add(server.stop)
  return { url: server.url, key: newKey() }
}

export const newKey = () => randomBytes(KEY_BYTES).toString('base64')

/** The embedded database of the console that runs, or ran, in `folder`. */
export function databaseIn(folder: string): Database {
  const url = embeddedPostgresUrl(folder)
  if (!url) throw new Error(`There is no database in ${folder}.`)
  return { url, key: readFileSync(join(folder, 'key'), 'utf8').trim() }
}

/** The process of the server in `folder`, while it runs. */
export function serverPid(folder: string): number | undefined {
  const file = join(folder, 'postgres', 'postmaster.pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
  return pid > 0 && isAlive(pid) ? pid : undefined
}

/** Runs one statement on a connection of its own. */
export async function sql<T extends pg.QueryResultRow>(
  { url }: Pick<Database, 'url'>,
  text: string,
  values: readonly unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined) // A query that it breaks tells it as well.
  await client.connect()
  try {
    return (await client.query<T>(text, [...values])).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

// A console that was killed leaves its server running: the next one would adopt it.
async function endServer(folder: string) {
  const pid = serverPid(folder)
  if (pid === undefined) return
  process.kill(pid, 'SIGQUIT')
  while (isAlive(pid)) await wait(GONE_MS)
}

/** Whether the process runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // One that nobody has waited for yet is no longer running.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
