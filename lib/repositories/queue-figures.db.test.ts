import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { aCaller } from '../testing/callers'
import { aWebhook } from '../testing/inputs'
import { acceptAlerts } from '../usecases/accept-alerts'
import { createDestination } from '../usecases/create-destination'
import { pauseDestination } from '../usecases/pause-destination'
import { disconnect } from './db'
import { lanes } from './lanes'
import { type QueueFigures, queueFigures } from './queue-figures'
import { closeSql, sqlQuery } from './sql'
import { workers } from './workers'

afterAll(async () => {
  await closeSql()
  await disconnect()
})

const caller = aCaller({ now: new Date() })
const figures = () => sqlQuery(queueFigures)
const heldBy = (hold: QueueFigures['waits'][number]['hold'], { waits }: QueueFigures) =>
  waits.find((wait) => wait.type === 'custom-webhook' && wait.hold === hold) ?? { count: 0, oldestSeconds: 0 }

async function aDestination(): Promise<{ id: string; displayName: string }> {
  const displayName = `figures-${randomUUID()}`
  const { id } = await createDestination(caller, aWebhook({ displayName }))
  return { id, displayName }
}

const hand = (destinationId: string) =>
  acceptAlerts(caller, {
    items: [{ detectionId: 'Figures', type: 'RULE', severity: 'LOW', title: 'One', destinations: [destinationId] }],
    isAtomic: true,
  })

test('the figures count what is unfinished by what holds it', async () => {
  const before = await figures()
  const [free, paused, broken] = await Promise.all([aDestination(), aDestination(), aDestination()])
  await pauseDestination(caller, { id: paused.id })
  await sqlQuery((sql) =>
    lanes.openCircuit(sql, { destinationId: broken.id, epoch: 0 }, { reason: 'No.', probeWaitSeconds: 30 }),
  )
  for (const { id } of [free, paused, paused, broken]) await hand(id)
  const after = await figures()
  expect(heldBy(null, after).count - heldBy(null, before).count).toBe(1)
  expect(heldBy('paused', after).count - heldBy('paused', before).count).toBe(2)
  expect(heldBy('circuit', after).count - heldBy('circuit', before).count).toBe(1)
  expect(heldBy('paused', after).oldestSeconds).toBeGreaterThanOrEqual(0)
  const circuits = new Map(after.circuits.map((circuit) => [circuit.displayName, circuit.isOpen]))
  expect([circuits.get(free.displayName), circuits.get(broken.displayName)]).toEqual([false, true])
})

test('a worker counts while it gives signs of life', async () => {
  const { workers: before } = await figures()
  const id = randomUUID()
  await sqlQuery((sql) => workers.seen(sql, id, 'one'))
  expect((await figures()).workers).toBe(before + 1)
  await sqlQuery((sql) =>
    sql.rows(`UPDATE worker SET seen_at = now() - interval '31 seconds' WHERE id = $1::uuid`, [id]),
  )
  expect((await figures()).workers).toBe(before)
  await sqlQuery((sql) => workers.gone(sql, id))
})
