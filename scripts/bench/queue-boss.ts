import { PgBoss } from 'pg-boss'
import { env } from '@/lib/env'
import { answerParent } from '../rig/child'
import { BOSS_BATCH, BOSS_QUEUE, type QueueAnswer, type QueueOrder } from './queue-order'

// A pg-boss worker whose handler does nothing, on the database that the environment names.
let boss: PgBoss | undefined
let taken = 0

async function start(holds: boolean): Promise<PgBoss> {
  const started = new PgBoss({
    connectionString: env().DATABASE_URL,
    useListenNotify: true,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
  })
  // Each is told again by the call that it broke.
  started.on('error', () => undefined)
  await started.start()
  const options = { batchSize: BOSS_BATCH, burstWhenBatchFull: true, pollingIntervalSeconds: 0.5 }
  await started.work(BOSS_QUEUE, options, async (jobs) => {
    taken += jobs.length
    if (holds) await new Promise(() => undefined)
  })
  return started
}

answerParent<QueueOrder, QueueAnswer>(async (order) => {
  if (order.kind === 'start') boss = await start(order.holds)
  if (order.kind === 'stop') await boss?.stop({ graceful: true, timeout: 3_000 })
  return { taken }
})
