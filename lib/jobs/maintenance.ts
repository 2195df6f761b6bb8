import { log } from '../log'
import { query } from '../repositories/db'
import { type Place, retention } from '../repositories/retention'
import { type Sql, sqlTransaction } from '../repositories/sql'
import { throttle } from '../repositories/throttle'
import { workers } from '../repositories/workers'
import { createSchedule, type Job, type Step } from './schedule'

const BATCH = 500
const MINUTE = 60
const HOUR = 60 * MINUTE

const NOTHING: Step = { done: 0, isMore: false }

/** A step that one process at a time takes: while another does, there is nothing to do. */
const alone = (work: (sql: Sql) => Promise<Step>) => (): Promise<Step> =>
  sqlTransaction(async (sql) => ((await retention.tryLock(sql)) ? work(sql) : NOTHING))

/** A step that removes at most a batch. */
const batches = (remove: (sql: Sql, most: number) => Promise<number>) =>
  alone(async (sql) => {
    const done = await remove(sql, BATCH)
    return { done, isMore: done === BATCH }
  })

function emptyOldAlerts(): () => Promise<Step> {
  // What must be kept is passed over: the next run begins with it again.
  let after: Place | undefined
  return alone(async (sql) => {
    const { emptied, last } = await retention.emptyAlerts(sql, { after, most: BATCH })
    after = last
    return { done: emptied, isMore: last !== undefined }
  })
}

const JOBS: readonly Job[] = [
  { name: 'payloads of old alerts', everySeconds: HOUR, step: emptyOldAlerts() },
  { name: 'old tests', everySeconds: HOUR, step: batches(retention.removeTests) },
  { name: 'answers kept for repeated requests', everySeconds: 10 * MINUTE, step: batches(retention.removeAnswers) },
  { name: 'workers that are gone', everySeconds: 10 * MINUTE, step: batches(workers.removeGone) },
  {
    name: 'counts of tries',
    everySeconds: HOUR,
    step: async () => {
      await query((tx) => throttle.sweep(tx))
      return NOTHING
    },
  },
]

const schedule = createSchedule(JOBS, {
  monotonic: () => performance.now(),
  did: (job, count) => log.info({ job, count }, 'removed what is no longer kept'),
  failed: (job, error) => log.warn({ err: error, job }, 'a scheduled job failed; it is tried again'),
})

/**
 * Does what is due of the scheduled jobs: call it every few seconds, one call after another. What is old is judged by the
 * database's clock, and of all processes one works at a time.
 */
export const runMaintenance = (): Promise<void> => schedule.runDue()
