import { every } from '../delivery/every'
import { outbound } from '../delivery/outbound'
import { systemOutside } from '../delivery/system-outside'
import { startWorker } from '../delivery/worker'
import { runMaintenance } from '../jobs/maintenance'
import { disconnect } from '../repositories/db'
import { lanes } from '../repositories/lanes'
import { closeSql, sqlQuery } from '../repositories/sql'

const MAINTENANCE_MS = 2_000

/** Starts this thread's delivery worker. `stop` lets what is in flight end, and closes what the worker opened. */
export async function startDelivering(): Promise<{ id: string; stop(): Promise<void> }> {
  await sqlQuery((sql) => lanes.retryFaults(sql))
  const worker = startWorker(systemOutside)
  const tidying = every(MAINTENANCE_MS, runMaintenance)
  return {
    id: worker.id,
    async stop() {
      await Promise.all([worker.stop(), tidying.stop()])
      await outbound().close()
      await closeSql()
      await disconnect()
    },
  }
}
