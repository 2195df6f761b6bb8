import { PgBoss } from 'pg-boss'
import { migrate } from '@/lib/database/migrate'
import { userCaller } from '@/lib/domain/caller'
import { provideEnvironment } from '@/lib/env'
import { disconnect } from '@/lib/repositories/db'
import { closeSql } from '@/lib/repositories/sql'
import { acceptAlerts } from '@/lib/usecases/accept-alerts'
import { type Child, startChild } from '../rig/child'
import { monotonicMs } from '../rig/monotonic'
import { provision } from '../rig/provision'
import { type Database, scratchFolder, sql, startDatabase } from '../rig/scratch'
import { type Teardown, withTeardown } from '../rig/teardown'
import { until } from '../rig/until'
import { BOSS_HEARTBEAT_SECONDS, BOSS_QUEUE, type QueueAnswer, type QueueOrder } from './queue-order'
import type { Measure } from './routing'

const JOBS = 10_000
const BATCH = 100
const HELD = 20
const LIMIT_MS = 120_000
const MS = 1000
const DESTINATIONS = 8

/** A queue as the bench sees it. */
type Queue = {
  name: string
  worker: URL
  /** Adds so many jobs in batches of 100. */
  add(jobs: number): Promise<void>
  countDone: string
}
type WorkerChild = Child<QueueOrder, QueueAnswer>

/** Our delivery table as a queue against pg-boss: filling it, draining it by two workers that do nothing, and a worker killed. */
export async function benchQueue(): Promise<Measure[]> {
  const measures: Measure[] = []
  for (const makeQueue of [ours, theirs]) {
    await withTeardown(async (teardown) => {
      const database = await startDatabase(scratchFolder(teardown), teardown)
      measures.push(...(await measure(await makeQueue(database, teardown), database, teardown)))
    })
  }
  return measures
}

async function measure(queue: Queue, database: Database, teardown: Teardown): Promise<Measure[]> {
  const addedFrom = monotonicMs()
  await queue.add(JOBS)
  const addMs = monotonicMs() - addedFrom
  const drainMs = await drain(queue, database, teardown)
  const backMs = await recover(queue, database, teardown)
  return [
    { name: `${queue.name}: added, in batches of ${BATCH}`, value: (JOBS * MS) / addMs, unit: '/s' },
    { name: `${queue.name}: drained by two workers`, value: (JOBS * MS) / drainMs, unit: '/s' },
    {
      name: `${queue.name}: ${HELD} held by a worker that is killed are begun again after`,
      value: backMs / MS,
      unit: 's',
    },
  ]
}

const startWorkers = (queue: Queue, database: Database, teardown: Teardown, count: number): WorkerChild[] => {
  const environment = { DATABASE_URL: database.url, SWITCHYARD_KEY: database.key, SWITCHYARD_LOG_LEVEL: 'silent' }
  return Array.from({ length: count }, () => startChild(queue.worker, teardown, environment))
}

async function drain(queue: Queue, database: Database, teardown: Teardown): Promise<number> {
  const workers = startWorkers(queue, database, teardown, 2)
  await Promise.all(workers.map((worker) => worker.ask({ kind: 'taken' })))
  const startedAt = monotonicMs()
  await Promise.all(workers.map((worker) => worker.ask({ kind: 'start', holds: false })))
  await until(`${queue.name} was drained`, LIMIT_MS, async () => {
    const [row] = await sql<{ n: number }>(database, queue.countDone)
    return (row?.n ?? 0) >= JOBS || undefined
  })
  const tookMs = monotonicMs() - startedAt
  await Promise.all(workers.map((worker) => worker.ask({ kind: 'stop' })))
  for (const worker of workers) worker.kill()
  return tookMs
}

/** How long after the `kill -9` of a worker another one has begun everything that it held. */
async function recover(queue: Queue, database: Database, teardown: Teardown): Promise<number> {
  const [first, second] = startWorkers(queue, database, teardown, 2)
  if (!first || !second) throw new Error('There are two.')
  await first.ask({ kind: 'start', holds: true })
  await queue.add(HELD)
  await taken(first, `${queue.name} was taken`)
  await second.ask({ kind: 'start', holds: true })
  const killedAt = monotonicMs()
  first.kill()
  await taken(second, `${queue.name} was taken up again`)
  const tookMs = monotonicMs() - killedAt
  second.kill()
  return tookMs
}

const taken = (worker: WorkerChild, what: string) =>
  until(what, LIMIT_MS, async () => (await worker.ask({ kind: 'taken' })).taken >= HELD || undefined)

async function ours(database: Database, teardown: Teardown): Promise<Queue> {
  await migrate(database.url)
  const destinations = Array.from({ length: DESTINATIONS }, (_, place) => ({ path: `/destination-${place}` }))
  const { destinationIds } = await provision(database, destinations)
  provideEnvironment({ DATABASE_URL: database.url })
  teardown.add(async () => {
    await closeSql()
    await disconnect()
  })
  const caller = userCaller({ id: 'bench', name: 'Bench', email: 'bench@example.com', role: 'Admin' }, new Date())
  const alert = (place: number) => ({
    detectionId: `Bench.Rule.${place % 50}`,
    type: 'RULE',
    severity: 'HIGH',
    title: 'Root signed in',
    destinations: [destinationIds[place % DESTINATIONS]],
  })
  return {
    name: 'delivery table',
    worker: new URL('./queue-ours.ts', import.meta.url),
    add: inBatches(async (places) => {
      await acceptAlerts(caller, { items: places.map(alert), isAtomic: true })
    }),
    countDone: `SELECT count(*)::int AS n FROM delivery WHERE state = 'delivered'`,
  }
}

async function theirs(database: Database, teardown: Teardown): Promise<Queue> {
  const boss = new PgBoss({ connectionString: database.url, supervise: false, schedule: false })
  boss.on('error', () => undefined)
  await boss.start()
  teardown.add(() => boss.stop({ graceful: false }))
  await boss.createQueue(BOSS_QUEUE, { heartbeatSeconds: BOSS_HEARTBEAT_SECONDS, retryLimit: 10, notify: true })
  return {
    name: 'pg-boss',
    worker: new URL('./queue-boss.ts', import.meta.url),
    add: inBatches(async (places) => {
      await boss.insert(
        BOSS_QUEUE,
        places.map((place) => ({ data: { deliveryId: String(place) } })),
      )
    }),
    countDone: `SELECT count(*)::int AS n FROM pgboss.job WHERE state = 'completed'`,
  }
}

const inBatches = (add: (places: number[]) => Promise<void>) => async (jobs: number) => {
  for (let first = 0; first < jobs; first += BATCH) {
    await add(Array.from({ length: Math.min(BATCH, jobs - first) }, (_, place) => first + place))
  }
}
