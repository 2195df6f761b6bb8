import { log } from '../log'
import { countAttempt } from '../metrics/counters'
import type { MadeAttempt } from './outside'

const MS = 1000

/** Counts an attempt and writes it to the log: one line each for those who debug, and one for whatever failed for good. */
export function tellOfAttempt({ deliveryId, destinationId, type, attempt, next }: MadeAttempt): void {
  const { outcome, topic, totalMs, status, number, reason } = attempt
  const finished = next.state === 'delivered' || next.state === 'failed' ? next.state : undefined
  countAttempt({ type, outcome, reason: topic, seconds: totalMs / MS, finished })
  const line = { deliveryId, destinationId, type, number, outcome, topic, status, ms: Math.round(totalMs) }
  if (finished === 'failed') log.warn({ ...line, reason: next.stateReason ?? reason }, 'a delivery failed for good')
  else log.debug({ ...line, reason }, 'an attempt was made')
}
