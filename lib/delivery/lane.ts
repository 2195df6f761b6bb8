import { randomUUID } from 'node:crypto'
import { log } from '../log'
import type { AttemptResult, ClaimedDelivery } from '../repositories/delivery-queue'
import type { OwnedLane } from '../repositories/lanes'
import { type Attempted, type AttemptGiven, attemptDelivery } from './attempt-delivery'
import { type Circuit, CLOSED, nextCircuit } from './circuit'
import { type ReadyDestination, UnusableSettings } from './load-destination'
import { messageOf } from './message'
import { nextState } from './next-state'
import type { Outside } from './outside'

/** Claimed ahead at most, so that a fast destination is not slowed by asking. */
const MOST_AHEAD = 250
/** What is claimed ahead is what was sent in the last quarter of a second. */
const AHEAD_MS = 250
const MS = 1000

export type LaneEvents = {
  ended(result: AttemptResult): void
  circuitChanged(lane: Lane, circuit: Circuit): void
  faulted(lane: Lane, fault: string, isGone: boolean): void
  /** There is room for more. */
  hungry(): void
  givenBack(deliveries: readonly ClaimedDelivery[], epoch: number): void
}

export type Lane = ReturnType<typeof createLane>

/**
 * Serves one destination for as long as this worker owns its lane: sends what was claimed, at most so many at a time and so
 * many a second, holds it while the circuit is open, and never waits for another destination.
 */
export function createLane(owned: OwnedLane, outside: Outside, events: LaneEvents) {
  const { destinationId, epoch } = owned
  let queue: ClaimedDelivery[] = []
  let inFlight = 0
  let circuit: Circuit = circuitOf(owned)
  let probeAt = outside.monotonic() + (owned.circuit?.probeInMs ?? 0)
  let ready: ReadyDestination | undefined
  let isLoading = false
  let version = owned.version
  let isHeld = owned.isHeld
  let isFaulted = false
  /** Changes of ours that are on their way to the database, and when the last one arrived. */
  let unsettled = 0
  let settledAt = 0
  let isEnding = false
  let leaseUntil = 0
  let nextSendAt = 0
  let sentLately: number[] = []
  let mayHaveDue = true
  let wakes = 0
  let wakesWhenAsked = 0
  let lastBusyAt = outside.monotonic()

  const ahead = () => {
    const since = outside.monotonic() - AHEAD_MS
    sentLately = sentLately.filter((at) => at > since)
    const concurrency = ready?.delivery.concurrency ?? 1
    return Math.min(MOST_AHEAD, Math.max(concurrency * 2, sentLately.length))
  }

  /** How many more to claim now. */
  function room(): number {
    wakesWhenAsked = wakes
    if (isEnding || isHeld || !mayHaveDue || outside.monotonic() > leaseUntil) return 0
    if (circuit.state === 'open') {
      return outside.monotonic() >= probeAt && inFlight === 0 && queue.length === 0 ? 1 : 0
    }
    const target = ahead()
    return queue.length * 2 <= target ? target - queue.length : 0
  }

  function add(claimed: readonly ClaimedDelivery[], asked: number) {
    // What became due while the claim was on its way may be missing from it.
    mayHaveDue = claimed.length === asked || wakes !== wakesWhenAsked
    if (claimed.length === 0) return
    lastBusyAt = outside.monotonic()
    queue.push(...claimed)
    sendNext()
  }

  function sendNext() {
    if (queue.length === 0) return
    if (isHeld || isEnding) return giveBack()
    if (ready?.version !== version) return void load()
    const { concurrency, ratePerSecond } = ready.delivery
    const isProbe = circuit.state === 'open'
    if (isProbe && (inFlight > 0 || outside.monotonic() < probeAt)) return giveBack()
    const most = isProbe ? 1 : concurrency
    while (queue.length > 0 && inFlight < most && outside.monotonic() < leaseUntil) {
      const waitMs = nextSendAt - outside.monotonic()
      if (ratePerSecond !== null && waitMs > 0) return void setTimeout(sendNext, waitMs)
      if (ratePerSecond !== null)
        nextSendAt = Math.max(nextSendAt, outside.monotonic() - MS / ratePerSecond) + MS / ratePerSecond
      const delivery = queue.shift()
      if (delivery) void send(delivery, ready, isProbe)
    }
    if (queue.length * 2 <= ahead()) events.hungry()
  }

  async function send(delivery: ClaimedDelivery, destination: ReadyDestination, isProbe: boolean) {
    inFlight++
    const given: AttemptGiven = {
      type: destination.type,
      settings: destination.settings,
      redact: destination.redact,
      message: messageOf(delivery, outside.consoleUrl(delivery.consoleUrl), outside.now()),
      http: outside.http(destination.delivery.timeoutSeconds),
      number: delivery.attemptsMade + 1,
      isProbe,
    }
    const { attempt, outcome } = await attemptDelivery(given).catch((error) => failedByBug(given, error))
    const { attemptsCounted } = delivery
    const next = nextState({ outcome, attemptsCounted, isProbe }, destination.delivery, outside.random())
    events.ended({ deliveryId: delivery.id, destinationId, epoch, attempt, ...next })
    outside.told({ deliveryId: delivery.id, destinationId, type: destination.type.type, attempt, next })
    observe(nextCircuit(circuit, { outcome, status: attempt.status, isProbe }), isProbe)
    if (outcome.outcome === 'rejected' && outcome.because === 'gone' && !isProbe) fault(outcome.reason, true)
    inFlight--
    sentLately.push(outside.monotonic())
    lastBusyAt = outside.monotonic()
    sendNext()
    if (queue.length === 0) events.hungry()
  }

  function observe(next: Circuit, isProbe: boolean) {
    const before = circuit
    circuit = next
    if (next.state === 'open' && (before.state === 'closed' || isProbe)) {
      probeAt = outside.monotonic() + next.probeWaitSeconds * MS
      giveBack()
      unsettled++
      events.circuitChanged(lane, next)
    } else if (before.state === 'open' && next.state === 'closed') {
      mayHaveDue = true
      unsettled++
      events.circuitChanged(lane, next)
    }
  }

  function fault(reason: string, isGone: boolean) {
    if (isFaulted) return
    isFaulted = true
    isHeld = true
    giveBack()
    unsettled++
    events.faulted(lane, reason, isGone)
  }

  async function load() {
    if (isLoading) return
    isLoading = true
    try {
      ready = await outside.load(destinationId)
      version = ready.version
    } catch (error) {
      if (error instanceof UnusableSettings) fault(error.message, false)
      else giveBack()
    } finally {
      isLoading = false
    }
    sendNext()
  }

  function giveBack() {
    if (queue.length > 0) events.givenBack(queue, epoch)
    queue = []
    mayHaveDue = true
  }

  const lane = {
    destinationId,
    epoch,
    room,
    add,
    /** As the database says it is now: somebody may have paused it, saved new settings, or closed its circuit by that. */
    refresh(now: OwnedLane, { asked, validUntil }: { asked: number; validUntil: number }) {
      leaseUntil = validUntil
      version = now.version
      // What the database said before it heard of our own change is old.
      if (unsettled === 0 && asked >= settledAt) {
        if (isHeld && !now.isHeld) mayHaveDue = true
        isHeld = now.isHeld
        isFaulted = isFaulted && isHeld
        if (now.circuit === null && circuit.state === 'open') {
          circuit = CLOSED
          mayHaveDue = true
        }
      }
      sendNext()
    },
    /** A change of the circuit, or a fault, is in the database now. */
    settled() {
      unsettled--
      settledAt = outside.monotonic()
    },
    /** Something may be due. */
    wake() {
      wakes++
      mayHaveDue = true
    },
    isIdleSince: () => (inFlight === 0 && queue.length === 0 ? lastBusyAt : undefined),
    /** Takes nothing more and gives back what was not sent. */
    end() {
      isEnding = true
      giveBack()
    },
    /** The lane is another's now: what was not sent is no longer ours to give back. */
    lose() {
      isEnding = true
      queue = []
    },
    inFlight: () => inFlight,
  }
  return lane
}

/** A bug of ours is tried again like a failing receiver, and seen like one: the delivery is neither lost nor spins. */
function failedByBug({ number, isProbe, message }: AttemptGiven, error: unknown): Attempted {
  const id = randomUUID()
  log.error({ err: error, id, deliveryId: message.idempotencyKey }, 'an attempt could not be made')
  const told = {
    reason: `Switchyard itself failed to make this attempt; its log tells why under ${id}.`,
    hint: 'Report this to whoever runs Switchyard.',
  }
  const startedAt = message.sentAt.toISOString()
  return {
    attempt: { number, isProbe, startedAt, outcome: 'retry', ...told, totalMs: 0, exchanges: [] },
    outcome: { outcome: 'retry', ...told },
  }
}

function circuitOf({ circuit }: OwnedLane): Circuit {
  return circuit ? { state: 'open', reason: circuit.reason, probeWaitSeconds: circuit.probeWaitSeconds } : CLOSED
}
