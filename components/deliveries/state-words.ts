import type { HoldView } from '@/lib/contracts/alert-view'
import type { DeliveryView } from '@/lib/contracts/delivery'
import { assertNever } from '@/lib/domain/assert-never'
import type { DeliveryState } from '@/lib/domain/delivery'

/** `held`: it could be sent, but its destination takes nothing for now. */
export type ShownState = DeliveryState | 'held'

/** A piece of a sentence: words, or a time that is said as "in 4 min". */
export type Piece = string | { at: string }

/** How a delivery stands: what it is called, and the sentence that follows. */
export type StateWords = { state: ShownState; pieces: readonly Piece[] }

export type StatedDelivery = Pick<DeliveryView, 'state' | 'stateReason' | 'dueAt' | 'changedAt' | 'attempts'>

/** What of its destination tells how it goes on. */
export type StatedDestination = { hold: HoldView | null; attemptsMax: number }

/** Nearer than this is "in a moment": the page's clock is no finer. */
const MOMENT_MS = 15_000

/** A delivery's state in plain words. */
export function stateWords(delivery: StatedDelivery, to: StatedDestination, nowMs: number): StateWords {
  const { state, changedAt } = delivery
  switch (state) {
    case 'queued':
    case 'waiting':
      return to.hold
        ? { state: 'held', pieces: holdPieces(to.hold, nowMs) }
        : { state, pieces: nextPieces(delivery, to, nowMs) }
    case 'sending':
      return { state, pieces: [`${attemptText(delivery, to)} is under way`] }
    case 'delivered':
      return { state, pieces: [{ at: changedAt }, atAttempt(delivery.attempts.length)] }
    case 'failed':
      return { state, pieces: [{ at: changedAt }, after(delivery.attempts.length), ...because(delivery)] }
    case 'cancelled':
      return { state, pieces: [{ at: changedAt }, ...because(delivery)] }
    default:
      return assertNever(state)
  }
}

function holdPieces(hold: HoldView, nowMs: number): Piece[] {
  switch (hold.why) {
    case 'paused':
      return hold.until
        ? ['its destination is paused, and resumes ', { at: hold.until }]
        : ['its destination is paused']
    case 'circuit':
      return [
        'the circuit opened ',
        { at: hold.since },
        ...(isNear(hold.probeAt, nowMs)
          ? ['; a probe goes out in a moment']
          : ['; the next probe goes out ', { at: hold.probeAt }]),
      ]
    case 'fault':
      return [`its destination needs attention. ${hold.reason}`]
    default:
      return assertNever(hold)
  }
}

function nextPieces(delivery: StatedDelivery, to: StatedDestination, nowMs: number): Piece[] {
  const { state, dueAt = delivery.changedAt } = delivery
  const verb = state === 'waiting' ? 'next try' : 'to be sent'
  const when = isNear(dueAt, nowMs) ? ['in a moment'] : [{ at: dueAt }]
  return [`${verb} `, ...when, `, ${attemptText(delivery, to).toLowerCase()}`]
}

/** "Attempt 3 of 11": the one under way, or the next. Probes of an open circuit use up none. */
function attemptText({ attempts }: StatedDelivery, { attemptsMax }: StatedDestination): string {
  const number = attempts.filter(({ isProbe }) => !isProbe).length + 1
  return `Attempt ${number} of ${Math.max(number, attemptsMax)}`
}

const isNear = (at: string, nowMs: number) => Date.parse(at) - nowMs < MOMENT_MS
// Retention may have taken the attempts.
const atAttempt = (attempts: number) =>
  attempts === 0 ? '' : attempts === 1 ? ', at the first attempt' : `, at attempt ${attempts}`
const after = (attempts: number) =>
  attempts === 0 ? '' : ` after ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`
const because = ({ stateReason }: StatedDelivery) => (stateReason ? [`. ${stateReason}`] : [])
