import { Counter, Histogram, type MetricObjectWithValues, type MetricValue, Registry } from 'prom-client'

/** Upper bounds in seconds: from an answer on this machine to the longest time-out a destination may have. */
const ATTEMPT_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30, 60]

/** What a thread counted since it started, as it can be handed to another thread. */
export type Counted = MetricObjectWithValues<MetricValue<string>>[]

export type CountedAttempt = {
  /** Of the destination. */
  type: string
  outcome: 'delivered' | 'retry' | 'rejected'
  /** Section of the troubleshooting page; none when it delivered. */
  reason: string | undefined
  seconds: number
  /** What it made of its delivery, if that is finished by it. */
  finished: 'delivered' | 'failed' | undefined
}

type Counters = ReturnType<typeof createCounters>

// A process holds this module more than once (the server's, and those that Next bundles): what they count is on the global object.
const holder = globalThis as { switchyardCounters?: Counters }

function counters(): Counters {
  holder.switchyardCounters ??= createCounters()
  return holder.switchyardCounters
}

function createCounters() {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    attempts: new Counter({
      name: 'switchyard_attempts_total',
      help: 'Attempts to deliver, by the type of the destination, what came of them, and why.',
      labelNames: ['type', 'outcome', 'reason'],
      registers,
    }),
    deliveries: new Counter({
      name: 'switchyard_deliveries_total',
      help: 'Deliveries that ended: delivered, or failed for good.',
      labelNames: ['type', 'outcome', 'reason'],
      registers,
    }),
    seconds: new Histogram({
      name: 'switchyard_attempt_seconds',
      help: 'How long attempts took, from the look-up of the name to the end of the answer.',
      labelNames: ['type'],
      buckets: ATTEMPT_SECONDS,
      registers,
    }),
    accepted: new Counter({
      name: 'switchyard_alerts_accepted_total',
      help: 'Alerts accepted, by what routing decided; joined: a further event of an alert that was open.',
      labelNames: ['outcome'],
      registers,
    }),
  }
}

export function countAttempt({ type, outcome, reason = '', seconds, finished }: CountedAttempt): void {
  counters().attempts.inc({ type, outcome, reason })
  counters().seconds.observe({ type }, seconds)
  if (finished) counters().deliveries.inc({ type, outcome: finished, reason })
}

/** Counts alerts once they are stored. */
export function countAccepted(outcomes: readonly ('routed' | 'skipped' | 'unrouted' | 'joined')[]): void {
  for (const outcome of outcomes) counters().accepted.inc({ outcome })
}

/** What this thread counted. */
export function counted(): Promise<Counted> {
  return counters().registry.getMetricsAsJSON()
}
