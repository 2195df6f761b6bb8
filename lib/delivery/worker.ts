import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { log } from '../log'
import { type ClaimedDelivery, deliveryQueue } from '../repositories/delivery-queue'
import { LANE_CHANNEL, LEASE_SECONDS, lanes as laneRows, type OwnedLane, WORKER_CHANNELS } from '../repositories/lanes'
import { listen } from '../repositories/listen'
import { sqlQuery, sqlTransaction } from '../repositories/sql'
import { workers } from '../repositories/workers'
import type { Circuit } from './circuit'
import { every } from './every'
import { createLane, type Lane } from './lane'
import type { Outside } from './outside'
import { pauseGone } from './pause-gone'
import { createRecorder } from './record-results'
import { reportFailures } from './report-failures'
import { resumeDue } from './resume-due'
import { standIn } from './stand-in'

const HEARTBEAT_MS = 3_000
const POLL_MS = 500
const OWNERS_FIRST_MS = 2 * HEARTBEAT_MS
const TIDY_MS = 1_000
/** What another worker left unreported when it was killed is looked for this often. */
const REPORT_MS = 30_000
/** A lane without work is let go, so that whoever has least to do takes it the next time. */
const IDLE_MS = 15_000
/** Sending stops this long before the lease ends: an attempt that begins must not begin too late. */
const LEASE_MARGIN_MS = 2_000
const STOP_GRACE_MS = 6_000
/** A worker that has much to do leaves new lanes to one that has less. */
const MODESTY_MS = 3

export type Worker = {
  id: string
  /** Takes nothing more; what is in flight finishes or is given back. Within 8 s. */
  stop(): Promise<void>
}

/** Starts delivering. Any number of workers, in one process or on many machines, share one database. */
export function startWorker(outside: Outside): Worker {
  const id = randomUUID()
  const owned = new Map<string, Lane>()
  /** Deliveries that were claimed and not yet recorded or given back. */
  const held = new Set<string>()
  let isReportDue = true
  let reportedAt = Number.NEGATIVE_INFINITY
  const recorder = createRecorder((results) => {
    for (const { deliveryId } of results) held.delete(deliveryId)
    isReportDue ||= results.some(({ state }) => state === 'failed')
  })
  let isStopping = false
  let isPumping = false
  let isPumpAsked = false
  let connectedAt = Number.POSITIVE_INFINITY

  const leaseFrom = (asked: number) => asked + LEASE_SECONDS * 1000 - LEASE_MARGIN_MS
  // After a database was away, every lease has run out: its owner gets the first chance to renew it.
  const maySteal = () => outside.monotonic() - connectedAt > OWNERS_FIRST_MS

  const events = {
    ended: recorder.add,
    hungry: () => void pump(),
    circuitChanged: (lane: Lane, circuit: Circuit) => void keepCircuit(lane, circuit),
    faulted: (lane: Lane, fault: string, isGone: boolean) => void keepFault(lane, fault, isGone),
    givenBack: (deliveries: readonly ClaimedDelivery[], epoch: number) => {
      for (const delivery of deliveries) held.delete(delivery.id)
      const claims = deliveries.map((delivery) => ({ id: delivery.id, epoch }))
      // If this fails, the next heartbeats find deliveries that nobody holds.
      void attempt('give back', () => sqlQuery((sql) => deliveryQueue.giveBack(sql, claims)))
    },
  }

  /** Runs a step that the next one makes up for if it fails. */
  async function attempt<T>(what: string, step: () => Promise<T>): Promise<T | undefined> {
    try {
      return await step()
    } catch (error) {
      log.warn({ err: error, what }, 'a step of the delivery worker failed; it is tried again')
      return undefined
    }
  }

  async function pump(): Promise<void> {
    isPumpAsked = true
    if (isPumping) return
    isPumping = true
    while (isPumpAsked && !isStopping) {
      isPumpAsked = false
      const wanted = [...owned.values()].map((lane) => ({ lane, room: lane.room() })).filter(({ room }) => room > 0)
      if (wanted.length === 0) break
      const claims = wanted.map(({ lane: { destinationId, epoch }, room }) => ({ destinationId, epoch, room }))
      const claimed = await attempt('claim', () => sqlQuery((sql) => deliveryQueue.claim(sql, id, claims)))
      if (!claimed) break
      for (const delivery of claimed) held.add(delivery.id)
      const byLane = Map.groupBy(claimed, ({ destinationId }) => destinationId)
      for (const { lane, room } of wanted) lane.add(byLane.get(lane.destinationId) ?? [], room)
      isPumpAsked ||= claimed.length > 0
    }
    isPumping = false
  }

  async function acquire(destinationIds: readonly string[]): Promise<void> {
    const wanted = destinationIds.filter((destinationId) => !owned.has(destinationId))
    if (wanted.length === 0 || isStopping) return
    const asked = outside.monotonic()
    const taken = await attempt('take lanes', () =>
      sqlTransaction((sql) => laneRows.acquire(sql, id, wanted, maySteal())),
    )
    for (const lane of taken ?? []) own(lane, asked)
    if (taken && taken.length > 0) await pump()
  }

  function own(row: OwnedLane, asked: number) {
    const lane = createLane(row, outside, events)
    lane.refresh(row, { asked, validUntil: leaseFrom(asked) })
    owned.set(row.destinationId, lane)
  }

  async function poll(): Promise<void> {
    const due = await attempt('look for work', () => sqlQuery((sql) => laneRows.due(sql)))
    if (!due) return
    for (const lane of owned.values()) lane.wake()
    await acquire(due)
    await pump()
  }

  async function heartbeat(): Promise<void> {
    const asked = outside.monotonic()
    // A lane that is taken while this is on its way is not in its answer.
    const before = [...owned.values()]
    const rows = await attempt('renew leases', () =>
      sqlTransaction(async (sql) => {
        await workers.seen(sql, id, `${hostname()}:${process.pid}`)
        const renewed = await laneRows.renew(sql, id)
        await laneRows.recover(sql, renewed, [...held])
        return renewed
      }),
    )
    if (!rows) return
    const current = new Map(rows.map((row) => [row.destinationId, row]))
    for (const lane of before) {
      const row = current.get(lane.destinationId)
      if (row && row.epoch === lane.epoch) lane.refresh(row, { asked, validUntil: leaseFrom(asked) })
      else lose(lane)
    }
    await letGo()
    await pump()
  }

  function lose(lane: Lane) {
    log.warn({ destinationId: lane.destinationId }, 'a lane was lost to another worker: its lease had run out')
    lane.lose()
    if (owned.get(lane.destinationId) === lane) owned.delete(lane.destinationId)
  }

  async function letGo(): Promise<void> {
    const now = outside.monotonic()
    const idle = [...owned.values()].filter((lane) => now - (lane.isIdleSince() ?? now) > IDLE_MS)
    if (idle.length > 0) await release(idle)
  }

  async function release(idle: readonly Lane[]): Promise<void> {
    for (const lane of idle) {
      lane.end()
      owned.delete(lane.destinationId)
    }
    await recorder.settled()
    await attempt('let lanes go', () => sqlQuery((sql) => laneRows.release(sql, id, idle)))
  }

  async function keepCircuit(lane: Lane, circuit: Circuit): Promise<void> {
    const { destinationId } = lane
    if (circuit.state === 'open') {
      log.warn({ destinationId, reason: circuit.reason, probeSeconds: circuit.probeWaitSeconds }, 'a circuit is open')
      await attempt('open a circuit', () => sqlQuery((sql) => laneRows.openCircuit(sql, lane, circuit)))
    } else {
      log.info({ destinationId }, 'a circuit closed')
      await attempt('close a circuit', () => sqlQuery((sql) => laneRows.closeCircuit(sql, lane)))
    }
    lane.settled()
    await pump()
  }

  async function keepFault(lane: Lane, fault: string, isGone: boolean): Promise<void> {
    log.error({ destinationId: lane.destinationId, fault }, 'a destination is held')
    await attempt('hold a destination', () => sqlQuery((sql) => laneRows.setFault(sql, lane, fault)))
    if (isGone) await attempt('pause a destination', () => pauseGone(lane.destinationId, outside.now()))
    lane.settled()
    isReportDue = true
  }

  /** Every worker does this now and then; each of its steps happens once, whoever is first. */
  async function tidy(): Promise<void> {
    await attempt('let fallbacks stand in', standIn)
    await attempt('end pauses that are over', resumeDue)
    const now = outside.monotonic()
    if (!isReportDue && now - reportedAt < REPORT_MS) return
    isReportDue = false
    reportedAt = now
    await attempt('report failures', reportFailures)
  }

  const listening = listen(WORKER_CHANNELS, {
    connected() {
      connectedAt = outside.monotonic()
      void heartbeat().then(poll)
    },
    lost() {
      connectedAt = Number.POSITIVE_INFINITY
    },
    heard(channel, payload) {
      if (channel === LANE_CHANNEL) return void heartbeat().then(poll)
      const ids = payload === '' ? [...owned.keys()] : payload.split(',')
      for (const destinationId of ids) owned.get(destinationId)?.wake()
      void pump()
      const unowned = ids.filter((destinationId) => !owned.has(destinationId))
      if (payload === '') setTimeout(poll, owned.size * MODESTY_MS)
      else if (unowned.length > 0) setTimeout(() => acquire(unowned), owned.size * MODESTY_MS)
    },
  })
  const beating = every(HEARTBEAT_MS, heartbeat)
  const polling = every(POLL_MS, poll)
  const tidying = every(TIDY_MS, tidy)

  return {
    id,
    async stop() {
      isStopping = true
      await Promise.all([beating.stop(), polling.stop(), tidying.stop(), listening.close()])
      const all = [...owned.values()]
      for (const lane of all) lane.end()
      const deadline = outside.monotonic() + STOP_GRACE_MS
      while (all.some((lane) => lane.inFlight() > 0) && outside.monotonic() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      await Promise.race([recorder.settled(), new Promise((resolve) => setTimeout(resolve, 1_000))])
      await attempt('let lanes go', () =>
        sqlTransaction(async (sql) => {
          await laneRows.release(sql, id, all)
          await workers.gone(sql, id)
        }),
      )
    },
  }
}
