import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { postgresAccount } from '@/lib/database/postgres-binaries'
import { freePort } from './alertmanager'
import { type Database, newKey, scratchFolder, startDatabase } from './scratch'
import type { Teardown } from './teardown'
import { until } from './until'

const PROGRAMS = '/usr/lib/postgresql'
const START_LIMIT_MS = 20_000

/** A PostgreSQL apart from the console: Debian's where it is installed, else the package's own. */
export async function startExternalDatabase(teardown: Teardown): Promise<Database & { name: string }> {
  const [version] = existsSync(PROGRAMS) ? readdirSync(PROGRAMS).sort().reverse() : []
  const folder = scratchFolder(teardown)
  if (version === undefined) return { ...(await startDatabase(folder, teardown)), name: 'PostgreSQL of the package' }
  const url = await startDebian(join(PROGRAMS, version, 'bin'), folder)
  return { url, key: newKey(), name: `Debian's PostgreSQL ${version}` }
}

// In the folder's `postgres`, where the folder's own teardown finds the server.
async function startDebian(programs: string, folder: string): Promise<string> {
  const account = process.getuid?.() === 0 ? postgresAccount() : undefined
  const data = join(folder, 'postgres')
  mkdirSync(data, { mode: 0o700 })
  if (account) chownSync(data, account.uid, account.gid)
  const options = { ...account, cwd: data, stdio: 'ignore' as const }
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
    options,
  )
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories='].flatMap((setting) => ['-c', setting])
  spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), ...settings], options)
  const url = `postgresql://bench@127.0.0.1:${port}/postgres`
  await until('PostgreSQL answered', START_LIMIT_MS, async () => {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return true
    } catch {
      return undefined
    } finally {
      await client.end().catch(() => undefined)
    }
  })
  return url
}
