import type { Phases } from './types'

/** Where an exchange is. `body` is timed in the total alone. */
export type Stage = 'dns' | 'connect' | 'tls' | 'firstByte' | 'body'

export type Stopwatch = {
  /** The stage entered last. */
  readonly stage: Stage
  /** Does the work of one stage and keeps how long it took, failed or not. */
  time<T>(stage: Stage, work: () => Promise<T>): Promise<T>
  /** What was measured up to now, in milliseconds with one decimal. */
  phases(): Phases
}

/** Starts a stopwatch for one exchange. `now` is monotonic, in milliseconds. */
export function startStopwatch(now: () => number): Stopwatch {
  const start = now()
  const laps: Partial<Record<Stage, number>> = {}
  let stage: Stage = 'dns'
  const since = (moment: number) => Math.round((now() - moment) * 10) / 10
  return {
    get stage() {
      return stage
    },
    async time(entered, work) {
      stage = entered
      const moment = now()
      try {
        return await work()
      } finally {
        laps[entered] = since(moment)
      }
    },
    phases() {
      const { body: _inTotal, ...phases } = laps
      return { ...phases, total: since(start) }
    },
  }
}
