import { execFileSync, spawn } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import {
  type Account,
  locateBinaries,
  type PostgresBinaries,
  postgresAccount,
  requireReachable,
} from './postgres-binaries'

/** A running embedded server. `stop` ends it and gives up the ownership. */
export type EmbeddedPostgres = { url: string; stop(): Promise<void> }

const USER = 'switchyard'
const DATABASE = 'switchyard'
const OWNER_LOCK = 540_118_202
const START_TRIES = 120
const PAUSE_MS = 500
const CONNECT_PAUSE_MS = 50
const STOP_SECONDS = '5'

type Access = { port: number; password: string }
type Place = {
  folder: string
  data: string
  binaries: PostgresBinaries
  account: Account | undefined
  report(line: string): void
}
type Owned = { client: pg.Client; access: Access }

/**
 * Runs the PostgreSQL that ships in the npm package for this platform, in `folder`: initialises it once, adopts one that a
 * killed process left running, and starts it again, at the same address, whenever it dies. One process owns it at a time.
 * @throws {Error} whose message names the folder and what to do when it cannot run there, or when another process owns it.
 */
export async function startEmbeddedPostgres(
  folder: string,
  report: (line: string) => void = () => undefined,
): Promise<EmbeddedPostgres> {
  mkdirSync(folder, { recursive: true })
  const real = realpathSync(folder)
  const account = process.getuid?.() === 0 ? postgresAccount() : undefined
  if (account) requireReachable(real, account)
  const binaries = await locateBinaries(real, account)
  const place: Place = { folder: real, data: join(real, 'postgres'), binaries, account, report }
  const owned = await takeOwnership(place, initialiseOnce(place))
  await createDatabaseOnce(owned.client)
  const watched = keepRunning(place, owned)
  return {
    url: connectionUrl(owned.access, DATABASE),
    async stop() {
      await watched.stop()
      stopServer(place)
    },
  }
}

/** The address of the server that another process owns in `folder`, for a process that only attaches to it. */
export function embeddedPostgresUrl(folder: string): string | undefined {
  const file = accessFile(folder)
  return existsSync(file) ? connectionUrl(readAccess(file), DATABASE) : undefined
}

const accessFile = (folder: string) => resolve(folder, 'postgres.json')

const readAccess = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Access

// Renamed into place: a process killed in the middle leaves the old file, never half of a new one.
function writeAccess(folder: string, access: Access) {
  const file = accessFile(folder)
  writeFileSync(`${file}.new`, JSON.stringify(access), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/**
 * Beyond PostgreSQL's own defaults, which are for a machine of long ago: memory for a queue and its ledger, and fewer
 * checkpoints, after each of which every page is written to the log whole. What was acknowledged is on disk all the same.
 */
const SERVER_SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  jit: 'off',
}

/** What the server's programs get of the environment: nothing of ours, which holds the key and may hold a password. */
const serverEnvironment = { NODE_ENV: 'production' as const, PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8' }

// The folder gets its name last, so that a first start that was killed leaves nothing that looks finished.
function initialiseOnce({ folder, data, binaries, account }: Place): Access {
  if (existsSync(data)) return readAccess(accessFile(folder))
  const unfinished = `${data}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  const passwordFile = `${data}.password`
  const access = { port: 0, password: randomBytes(24).toString('hex') }
  writeFileSync(passwordFile, access.password, { mode: 0o600 })
  for (const path of account ? [unfinished, passwordFile] : []) chownSync(path, account?.uid ?? 0, account?.gid ?? 0)
  try {
    execFileSync(
      binaries.initdb,
      [
        '-D',
        unfinished,
        '-U',
        USER,
        '-A',
        'scram-sha-256',
        `--pwfile=${passwordFile}`,
        '-E',
        'UTF8',
        '--locale=C.UTF-8',
      ],
      { ...account, cwd: unfinished, env: serverEnvironment, stdio: ['ignore', 'ignore', 'pipe'] },
    )
  } finally {
    rmSync(passwordFile)
  }
  writeAccess(folder, access)
  renameSync(unfinished, data)
  return access
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
  client.on('error', () => undefined) // Its end is what is watched for; the error says no more.
  try {
    await client.connect()
    return client
  } catch {
    await client.end().catch(() => undefined)
    return undefined
  }
}

/** The port of the server whose process runs on this data, as its own lock file says. */
function runningPort(data: string): number | undefined {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  try {
    process.kill(Number(pid), 0)
    return Number(port)
  } catch (error) {
    // No such process: the file was left by a server that was killed. Not permitted: it lives, as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM' ? Number(port) : undefined
  }
}

async function takeOwnership(place: Place, access: Access): Promise<Owned> {
  const owned = await bringUp(place, access)
  const { rows } = await owned.client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [OWNER_LOCK])
  if (rows[0]?.held) return owned
  await owned.client.end()
  throw new Error(
    `Another Switchyard process is running on ${place.folder}. Stop it, or set SWITCHYARD_DATA to another folder.`,
  )
}

// A killed server can linger for a moment and hold its lock file, and one that recovers refuses at first: both are waited out.
async function bringUp(place: Place, access: Access): Promise<Owned> {
  for (let tries = 0; tries < START_TRIES; tries++) {
    const port = runningPort(place.data)
    const owned = port === undefined ? await launch(place, access) : await adopt({ ...access, port })
    if (owned) {
      if (owned.access.port !== access.port) writeAccess(place.folder, owned.access)
      return owned
    }
    await wait(PAUSE_MS)
  }
  throw new Error(`The embedded PostgreSQL did not start. Its log is ${place.data}.log`)
}

async function adopt(access: Access): Promise<Owned | undefined> {
  const client = await connect(access)
  return client && { client, access }
}

async function launch({ data, binaries, account }: Place, known: Access): Promise<Owned | undefined> {
  const access = { ...known, port: known.port !== 0 && (await isFree(known.port)) ? known.port : await freePort() }
  const log = openSync(`${data}.log`, 'a', 0o600)
  const server = spawn(
    binaries.postgres,
    [
      '-D',
      data,
      '-p',
      String(access.port),
      ...Object.entries(SERVER_SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...account, cwd: data, env: serverEnvironment, detached: true, stdio: ['ignore', log, log] },
  )
  closeSync(log)
  server.unref()
  let hasExited = false
  const exited = () => {
    hasExited = true
  }
  server.on('exit', exited).on('error', exited)
  while (!hasExited) {
    const client = await connect(access)
    if (client) return { client, access }
    await wait(CONNECT_PAUSE_MS)
  }
  return undefined
}

/** Starts the server again each time the owner's connection ends, until `stop`. */
function keepRunning(place: Place, first: Owned): { stop(): Promise<void> } {
  let owner = first
  let isStopping = false
  const restart = async () => {
    if (isStopping) return
    place.report('The embedded PostgreSQL ended; starting it again.')
    while (!isStopping) {
      try {
        owner = await takeOwnership(place, owner.access)
        owner.client.once('end', restart)
        return
      } catch (error) {
        place.report(error instanceof Error ? error.message : String(error))
        await wait(PAUSE_MS)
      }
    }
  }
  owner.client.once('end', restart)
  return {
    async stop() {
      isStopping = true
      await owner.client.end().catch(() => undefined) // The server may be gone already; stopping it is what matters.
    },
  }
}

function stopServer({ data, binaries, account }: Place) {
  const stop = (mode: 'fast' | 'immediate') =>
    execFileSync(binaries.pgCtl, ['-D', data, '-m', mode, '-w', '-t', STOP_SECONDS, 'stop'], {
      ...account,
      cwd: data,
      env: serverEnvironment,
      stdio: 'ignore',
    })
  if (runningPort(data) === undefined) return
  try {
    stop('fast')
  } catch {
    // Somebody holds it up: what is committed survives an immediate stop as it survives a kill.
    stop('immediate')
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
