/** Something that is done again and again, in steps that are short enough for a process to stop between them. */
export type Job = {
  name: string
  everySeconds: number
  step(): Promise<Step>
}

export type Step = {
  /** How many things it did. */
  done: number
  /** Whether there is more to do at once. */
  isMore: boolean
}

export type ScheduleOptions = {
  /** Milliseconds that only ever go forward. */
  monotonic(): number
  /** Told of each run that did something. */
  did(name: string, count: number): void
  /** Told of each step that failed; its job is tried again later. */
  failed(name: string, error: unknown): void
}

const MS = 1000
/** After so long a run goes on with the next call, so that whoever calls can stop or do something else. */
const BUDGET_MS = 1_000
const RETRY_SECONDS = 60

/** Runs jobs when their time has come: at the first call, then so long after each last ended. */
export function createSchedule(jobs: readonly Job[], { monotonic, did, failed }: ScheduleOptions) {
  const plans = jobs.map((job) => ({ job, dueAt: Number.NEGATIVE_INFINITY, done: 0 }))

  async function run(plan: (typeof plans)[number]): Promise<void> {
    const { job } = plan
    const until = monotonic() + BUDGET_MS
    try {
      let isMore = true
      while (isMore) {
        if (monotonic() >= until) return
        const step = await job.step()
        plan.done += step.done
        isMore = step.isMore
      }
      plan.dueAt = monotonic() + job.everySeconds * MS
    } catch (error) {
      failed(job.name, error)
      plan.dueAt = monotonic() + Math.min(job.everySeconds, RETRY_SECONDS) * MS
    }
    if (plan.done > 0) did(job.name, plan.done)
    plan.done = 0
  }

  return {
    /** Does what is due, for a few seconds at most. Cheap when nothing is; calls must not overlap. */
    async runDue(): Promise<void> {
      for (const plan of plans) if (monotonic() >= plan.dueAt) await run(plan)
    },
  }
}
