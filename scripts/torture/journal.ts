import { monotonicMs } from '../rig/monotonic'

/** What was done to the set-up, and for how long. `slot` is the process it was done to. */
export type Fault = {
  what: 'killed' | 'frozen' | 'clock stepped' | 'database away'
  slot?: string
  from: number
  to: number
}

export type Journal = {
  faults: readonly Fault[]
  /** Notes a fault that lasts for as long as `work` does. */
  during(fault: Pick<Fault, 'what' | 'slot'>, work: () => Promise<void> | void): Promise<void>
}

export function createJournal(): Journal {
  const faults: Fault[] = []
  return {
    faults,
    async during(given, work) {
      const fault: Fault = { ...given, from: monotonicMs(), to: Number.POSITIVE_INFINITY }
      faults.push(fault)
      try {
        await work()
      } finally {
        fault.to = monotonicMs()
      }
    },
  }
}
