import type { Outcome } from '../destinations/kit/types'

const FAILURES_TO_OPEN = 5
const FIRST_PROBE_SECONDS = 30
const LONGEST_PROBE_SECONDS = 600

/** A destination's circuit: open, it holds the queue and lets one probe at a time through. */
export type Circuit =
  | { state: 'closed'; failures: number }
  | { state: 'open'; reason: string; probeWaitSeconds: number }

export const CLOSED: Circuit = { state: 'closed', failures: 0 }

export type Observed = {
  outcome: Outcome
  /** HTTP status of the last answer; none: no answer came. */
  status: number | undefined
  isProbe: boolean
}

/**
 * The circuit after one more attempt. Five failures in a row of transport or of the receiver itself (5xx) open it, refused
 * credentials at once; any success closes it. An answer that only asks for patience (408, 425, 429) says nothing about
 * whether the receiver is well.
 */
export function nextCircuit(circuit: Circuit, { outcome, status, isProbe }: Observed): Circuit {
  if (outcome.outcome === 'delivered') return CLOSED
  if (circuit.state === 'open') {
    // What was on its way when the circuit opened tells nothing new.
    if (!isProbe) return circuit
    const probeWaitSeconds = Math.min(circuit.probeWaitSeconds * 2, LONGEST_PROBE_SECONDS)
    return { state: 'open', reason: outcome.reason, probeWaitSeconds }
  }
  if (outcome.outcome === 'rejected') {
    if (outcome.because === 'credentials') return opened(outcome.reason)
    return CLOSED
  }
  if (status !== undefined && status < 500) return circuit
  const failures = circuit.failures + 1
  if (failures < FAILURES_TO_OPEN) return { state: 'closed', failures }
  return opened(`${failures} failures in a row. The last one: ${outcome.reason}`)
}

const opened = (reason: string): Circuit => ({ state: 'open', reason, probeWaitSeconds: FIRST_PROBE_SECONDS })
