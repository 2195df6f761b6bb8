import type { HoldView } from '@/lib/contracts/alert-view'
import type { HealthView } from '@/lib/contracts/destination'

/** What keeps a destination from sending, if anything does. */
export function holdOf({ state, since, reason = '', probeAt, pausedUntil }: HealthView): HoldView | null {
  if (state === 'paused') return { why: 'paused', until: pausedUntil }
  if (state === 'faulted' && since) return { why: 'fault', since, reason }
  if (state === 'circuit-open' && since && probeAt) return { why: 'circuit', since, reason, probeAt }
  return null
}
