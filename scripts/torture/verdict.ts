import { monotonicMs } from '../rig/monotonic'
import type { Receipt } from '../rig/receiver'
import type { Fault } from './journal'

/** As the ledger has it at the end. */
export type LedgerRow = {
  id: string
  alertId: string
  path: string
  state: string
  attempts: number
}

export type Evidence = {
  /** Of the answers that the posting client got. */
  acceptedIds: readonly string[]
  /** Alerts in the database that came by the API. */
  storedIds: readonly string[]
  ledger: readonly LedgerRow[]
  receipts: readonly Receipt[]
  faults: readonly Fault[]
  /** By door of the receiver: the process that is told to use it. */
  slots: readonly string[]
  paths: readonly string[]
}

export type Verdict = { figures: Record<string, number>; problems: string[] }

/** From an answer to its being stored, with a machine that is busy starting processes. */
const RECORD_MS = 6_000
/** What a process had in hand when it was frozen leaves it soon after it goes on. */
const THAW_MS = 10_000
const CLOSE_MS = 150
const SHOWN = 5

/** Compares what was promised with what is stored and what arrived. A problem is a promise that was not kept. */
export function judge(evidence: Evidence): Verdict {
  const problems: string[] = []
  const byKey = Map.groupBy(
    evidence.receipts.toSorted((left, right) => left.at - right.at),
    ({ key }) => key,
  )
  const figures = {
    ...judgeAcceptance(evidence, problems),
    ...judgeLedger(evidence, byKey, problems),
    ...judgeRepeats(evidence, byKey, problems),
  }
  return { figures, problems }
}

function judgeAcceptance({ acceptedIds, storedIds }: Evidence, problems: string[]) {
  const accepted = new Set(acceptedIds)
  const stored = new Set(storedIds)
  report(
    problems,
    'accepted and not stored',
    acceptedIds.filter((id) => !stored.has(id)),
  )
  report(
    problems,
    'stored and never accepted: a post took effect twice',
    storedIds.filter((id) => !accepted.has(id)),
  )
  if (accepted.size !== acceptedIds.length) problems.push('An alert’s id was given out twice.')
  return { accepted: accepted.size, stored: stored.size }
}

function judgeLedger(
  { ledger, storedIds, paths, receipts }: Evidence,
  byKey: Map<string, Receipt[]>,
  problems: string[],
) {
  const deliveries = new Map(ledger.map((row) => [row.id, row]))
  const pairs = new Set(ledger.map(({ alertId, path }) => `${alertId} ${path}`))
  const wanted = storedIds.flatMap((id) => paths.map((path) => `${id} ${path}`))
  report(
    problems,
    'an alert without a delivery to a destination',
    wanted.filter((pair) => !pairs.has(pair)),
  )
  if (pairs.size !== ledger.length)
    problems.push(`${ledger.length - pairs.size} alerts have two deliveries to one destination.`)
  const inState = (state: string) => ledger.filter((row) => row.state === state)
  const unfinished = ledger.filter(({ state }) => state !== 'delivered' && state !== 'failed')
  report(
    problems,
    'neither delivered nor a dead letter',
    unfinished.map(({ id, state }) => `${id} (${state})`),
  )
  const lost = inState('delivered').filter(({ id }) => !byKey.get(id)?.some(({ end }) => end === 'accepted'))
  report(
    problems,
    'delivered, says the ledger, and never answered so',
    lost.map(({ id }) => id),
  )
  const strange = receipts.filter(({ key, path, alertId }) => {
    const row = deliveries.get(key)
    return row?.path !== path || row.alertId !== alertId
  })
  report(
    problems,
    'arrived under a key that is no delivery of that alert',
    strange.map(({ key }) => key),
  )
  const twice = ledger.filter(({ id, attempts }) => attempts > (byKey.get(id)?.length ?? 0))
  report(
    problems,
    'with more attempts in the ledger than arrived',
    twice.map(({ id }) => id),
  )
  return {
    deliveries: ledger.length,
    delivered: inState('delivered').length,
    'dead letters': inState('failed').length,
    requests: receipts.length,
    'requests answered with 500 or hung up on': receipts.filter(({ end }) => end === 'failed' || end === 'hung-up')
      .length,
    'attempts in the ledger': ledger.reduce((sum, { attempts }) => sum + attempts, 0),
  }
}

function judgeRepeats(evidence: Evidence, byKey: Map<string, Receipt[]>, problems: string[]) {
  const counts = {
    'repeated, the answer was lost': 0,
    'repeated, its process was killed': 0,
    'repeated, its process was frozen': 0,
  }
  const unexplained: string[] = []
  for (const [key, receipts] of byKey) {
    for (const [place, receipt] of receipts.entries()) {
      const before = receipts.slice(0, place).findLast(({ end }) => end === 'accepted' || end === 'lost')
      if (!before) continue
      const why = explain(before, receipt, evidence)
      if (why) counts[why]++
      else
        unexplained.push(
          `${key} by ${evidence.slots[before.door]}, ${Math.round(receipt.at - before.at)} ms later by ${evidence.slots[receipt.door]}`,
        )
    }
  }
  report(problems, 'repeated without a reason', unexplained)
  return counts
}

/** Why a delivery that was answered with 200 was sent again. */
function explain(before: Receipt, again: Receipt, { faults, slots }: Evidence) {
  if (before.end === 'lost') return 'repeated, the answer was lost'
  const inHandUntil = storedBy(before.at, faults)
  const hit = (what: Fault['what']) =>
    faults.some(
      (fault) =>
        fault.what === what &&
        fault.slot === slots[before.door] &&
        fault.from <= inHandUntil &&
        fault.to >= before.at - CLOSE_MS,
    )
  if (hit('killed')) return 'repeated, its process was killed'
  const isThawed = faults.some(
    ({ what, slot, from, to }) =>
      what === 'frozen' && slot === slots[again.door] && from <= again.at && again.at <= to + THAW_MS,
  )
  return hit('frozen') || isThawed ? 'repeated, its process was frozen' : undefined
}

/** When the answer to what was sent at `at` is stored at the latest: not while the database is away. */
function storedBy(at: number, faults: readonly Fault[]): number {
  let until = at + RECORD_MS
  for (const { what, from, to } of faults) {
    if (what === 'database away' && from <= until && to >= at)
      until = Math.max(until, Math.min(to, monotonicMs()) + RECORD_MS)
  }
  return until
}

function report(problems: string[], what: string, which: readonly string[]) {
  if (which.length === 0) return
  const shown = which.slice(0, SHOWN).join(', ')
  problems.push(`${which.length} ${what}: ${shown}${which.length > SHOWN ? ', …' : ''}`)
}
