import { startConsole, startWorker } from '../house/console-process'
import { provision, type RigDestination, towards } from './provision'
import type { Receiver } from './receiver'
import { type Database, databaseIn, scratchFolder, sql } from './scratch'
import type { Teardown } from './teardown'

export type SetUpOptions = {
  /** A PostgreSQL to use instead of the embedded one. */
  database?: Database
  /** Workers beside the console, which is one itself. */
  workers?: number
  destinations?: readonly RigDestination[]
  environment?: Readonly<Record<string, string>>
}

/** A running Switchyard that delivers to a receiver. */
export type SetUp = {
  address: string
  token: string
  destinationIds: readonly string[]
  database: Database
  /** Of the console. */
  pid: number
  /** Deliveries in a state. */
  countDeliveries(state: string): Promise<number>
  stop(): Promise<void>
}

/** Starts Switchyard as it is started by hand, in a folder of its own, with what it needs to be handed alerts. */
export async function startSetUp(receiver: Receiver, teardown: Teardown, options: SetUpOptions = {}): Promise<SetUp> {
  const { workers = 0, destinations = [{ path: '/' }] } = options
  const folder = scratchFolder(teardown)
  const environment = {
    SWITCHYARD_DATA: folder,
    SWITCHYARD_LOG_LEVEL: 'warn',
    ...towards(receiver.ports[0] ?? 0),
    ...(options.database && { DATABASE_URL: options.database.url, SWITCHYARD_KEY: options.database.key }),
    ...options.environment,
  }
  const console = await startConsole({ environment })
  teardown.add(console.stop)
  const beside = await Promise.all(Array.from({ length: workers }, () => startWorker({ environment })))
  for (const worker of beside) teardown.add(worker.stop)
  const database = options.database ?? databaseIn(folder)
  const { token, destinationIds } = await provision(database, destinations)
  return {
    address: console.address,
    token,
    destinationIds,
    database,
    pid: console.pid,
    countDeliveries: async (state) => {
      const [row] = await sql<{ n: number }>(database, 'SELECT count(*)::int AS n FROM delivery WHERE state = $1', [
        state,
      ])
      return row?.n ?? 0
    },
    stop: async () => {
      await Promise.all([console, ...beside].map((server) => server.stop()))
    },
  }
}
