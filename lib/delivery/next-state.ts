import type { Outcome } from '../destinations/kit/types'
import { assertNever } from '../domain/assert-never'
import type { DeliverySettings, DeliveryState } from '../domain/delivery'

const JITTER = 0.2
const MS = 1000

export type Tried = {
  outcome: Outcome
  /** Attempts of the schedule that were used up before this one. */
  attemptsCounted: number
  isProbe: boolean
}

/** Where an attempt leads a delivery that was being sent. */
export type NextState = {
  state: Extract<DeliveryState, 'delivered' | 'waiting' | 'queued' | 'failed'>
  /** Why it failed for good. */
  stateReason?: string
  /** Until the next try, of a waiting one. */
  waitMs?: number
  /** Whether the attempt uses up one of the schedule. */
  isCounted: boolean
}

/**
 * Decides what one attempt makes of its delivery. `random` is in [0, 1): it spreads the waits by ±20 %, so that what
 * failed together does not come back together.
 */
export function nextState(
  { outcome, attemptsCounted, isProbe }: Tried,
  { retrySeconds }: Pick<DeliverySettings, 'retrySeconds'>,
  random: number,
): NextState {
  if (outcome.outcome === 'delivered') return { state: 'delivered', isCounted: true }
  // A failed probe, whatever its class, costs the delivery nothing: the circuit stays open for all of them.
  if (isProbe) return { state: 'queued', isCounted: false }
  if (outcome.outcome === 'rejected') return { state: 'failed', stateReason: outcome.reason, isCounted: true }
  if (outcome.outcome !== 'retry') return assertNever(outcome)
  const seconds = retrySeconds[attemptsCounted]
  if (seconds === undefined) {
    const tries = attemptsCounted + 1
    const times = tries === 1 ? 'its only attempt' : `${tries} attempts`
    return { state: 'failed', stateReason: `Given up after ${times}. The last one: ${outcome.reason}`, isCounted: true }
  }
  const spread = 1 - JITTER + 2 * JITTER * random
  return { state: 'waiting', waitMs: Math.max(seconds * MS * spread, outcome.afterMs ?? 0), isCounted: true }
}
