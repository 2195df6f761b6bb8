import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startConsole, startWorker } from '../house/console-process'
import { freePort } from '../rig/alertmanager'
import { provision, type RigDestination, towards } from '../rig/provision'
import type { Receiver } from '../rig/receiver'
import { type Database, databaseIn, isAlive, scratchFolder, serverPid, sql, startDatabase } from '../rig/scratch'
import type { Teardown } from '../rig/teardown'
import { until } from '../rig/until'
import { createJournal, type Journal } from './journal'
import { createSlot, type Slot } from './slot'

const UP_LIMIT_MS = 240_000
const DATABASE_LIMIT_MS = 60_000
const SHIFTED_CLOCK = './scripts/torture/shifted-clock.ts'

export type Cast = { consoles: number; workers: number; isEmbedded: boolean }

/** Processes on one database, each with a door of the receiver of its own. */
export type Stage = {
  slots: readonly Slot[]
  addresses: readonly string[]
  token: string
  journal: Journal
  database(): Database
  /** Ends the server by this signal and waits until whoever keeps it running has it back. */
  hitDatabase(signal: 'SIGKILL' | 'SIGINT'): Promise<void>
}

export type StageOptions = {
  cast: Cast
  receiver: Receiver
  destinations: readonly RigDestination[]
  logs: string
  /** Where the data goes, rather than into a folder of its own. */
  folder?: string
}

/** Starts the cast, and has destinations and a token made. */
export async function setStage(options: StageOptions, teardown: Teardown): Promise<Stage> {
  const { cast, destinations } = options
  const folder = options.folder ?? scratchFolder(teardown)
  const external = cast.isEmbedded ? undefined : await startDatabase(folder, teardown)
  const database = () => external ?? databaseIn(folder)
  const journal = createJournal()
  const names = namesOf(cast)
  const ports = await Promise.all(names.map(freePort))
  const start = startsFor(options, { folder, external, ports })
  const slots: Slot[] = []
  for (const [place, name] of names.entries()) {
    const slot = createSlot(name, journal, start(place, name))
    teardown.add(async () => void (await slot.stop()))
    slots.push(slot)
    // The first makes the schema, and the embedded database.
    if (place === 0) await up(slot)
  }
  for (const slot of slots) await up(slot)
  const { token } = await provision(database(), destinations)
  return {
    slots,
    token,
    journal,
    database,
    addresses: ports.slice(0, cast.consoles).map((port) => `http://127.0.0.1:${port}`),
    hitDatabase: (signal) => journal.during({ what: 'database away' }, () => hit(signal, folder, database)),
  }
}

/** In the order of the receiver's doors. */
export const namesOf = ({ consoles, workers }: Cast): string[] => [
  ...Array.from({ length: consoles }, (_, place) => `console-${place + 1}`),
  ...Array.from({ length: workers }, (_, place) => `worker-${place + 1}`),
]

type Place = { folder: string; external: Database | undefined; ports: readonly number[] }

function startsFor({ cast, receiver, logs }: StageOptions, { folder, external, ports }: Place) {
  mkdirSync(logs, { recursive: true })
  return (place: number, name: string): Parameters<typeof createSlot>[2] => {
    const environment = {
      SWITCHYARD_DATA: folder,
      SWITCHYARD_LOG_LEVEL: 'info',
      PORT: String(ports[place] ?? 0),
      ...towards(receiver.ports[place] ?? 0),
      ...(external && { DATABASE_URL: external.url, SWITCHYARD_KEY: external.key }),
    }
    const common = { environment, preload: [SHIFTED_CLOCK], logFile: join(logs, `${name}.log`) }
    return ({ started }) => (place < cast.consoles ? startConsole : startWorker)({ ...common, started })
  }
}

/** The first start of a process must not fail. */
async function up(slot: Slot): Promise<void> {
  await until(`${slot.name} was up`, UP_LIMIT_MS, async () => {
    const [accident] = slot.accidents
    if (accident) throw new Error(accident)
    return slot.isUp() || undefined
  })
}

async function hit(signal: 'SIGKILL' | 'SIGINT', folder: string, database: () => Database) {
  const pid = serverPid(folder)
  if (pid !== undefined) {
    process.kill(pid, signal)
    await until('the database’s server ended', DATABASE_LIMIT_MS, async () => !isAlive(pid) || undefined)
  }
  await until('the database answered again', DATABASE_LIMIT_MS, () =>
    sql(database(), 'SELECT 1').then(
      () => true,
      () => undefined,
    ),
  )
}
