import type { Posted } from '../rig/load'
import { startLoad } from '../rig/load'
import type { Conduct, Receiver } from '../rig/receiver'
import { type Database, sql } from '../rig/scratch'
import type { Teardown } from '../rig/teardown'
import { until } from '../rig/until'
import type { Random } from './random'
import { type Cast, namesOf, type Stage } from './stage'
import { judge, type LedgerRow, type Verdict } from './verdict'

/** Two of them spoil 1 % of the answers; the first takes every thousandth alert never, so that there are dead letters. */
export const CONDUCT: Readonly<Record<string, Conduct>> = {
  '/fails': { failShare: 0.01, refusesEvery: 1000 },
  '/hangs-up': { hangUpShare: 0.01 },
  '/slow': { delayMs: 50 },
}
const PATHS = Object.keys(CONDUCT)
export const DESTINATIONS = PATHS.map((path) => ({
  path,
  delivery: { retrySeconds: [0.1, 0.2, 0.5, 1, 2], timeoutSeconds: 5, concurrency: 32 },
}))
const DETECTIONS = 500
const STOP_LIMIT_MS = 10_000

/** What the parts of the torture are given. */
export type Means = { random: Random; print(line: string): void; logs: string }

export type Posting = { alerts: number; batch: number; perSecond: number }

/** Posts to all consoles in turn; what gets no answer is posted again with its key. */
export function startPosting(posting: Posting, { addresses, token }: Stage, teardown: Teardown): Promise<Posted[]> {
  const plan = { ...posting, to: 'switchyard', addresses, token, connections: 8, firstMark: 1 } as const
  return startLoad(teardown).post({ ...plan, detections: DETECTIONS })
}

export type Ending = { stage: Stage; cast: Cast; receiver: Receiver; posted: readonly Posted[]; settleLimitMs: number }

/** Waits until every delivery came to its end, compares what was promised with what came of it, and ends the processes. */
export async function finish({ stage, cast, receiver, posted, settleLimitMs }: Ending): Promise<Verdict> {
  await until('every delivery came to its end', settleLimitMs, async () => {
    const open = await sql(stage.database(), `SELECT 1 FROM delivery WHERE phase = 'open' LIMIT 1`)
    return open.length === 0 || undefined
  })
  const { figures, problems } = judge({
    acceptedIds: posted.flatMap(({ alertIds }) => alertIds),
    ...(await readDatabase(stage.database())),
    receipts: await receiver.receipts(),
    faults: stage.journal.faults,
    slots: namesOf(cast),
    paths: PATHS,
  })
  const again = posted.filter(({ tries }) => tries > 1).length
  return { figures: { ...figures, 'posts sent again': again }, problems: [...problems, ...(await endAll(stage))] }
}

/** How far things are, in a few words. */
export async function progressOf(database: Database, receiver: Receiver): Promise<string> {
  const arrived = await receiver.count()
  const [row] = await sql<{ n: number }>(database, `SELECT count(*)::int AS n FROM alert WHERE origin = 'api'`).catch(
    () => [],
  )
  return `${row ? `${row.n} alerts accepted` : 'the database is away'}, ${arrived} arrived`
}

async function readDatabase(database: Database): Promise<{ storedIds: string[]; ledger: LedgerRow[] }> {
  const stored = await sql<{ id: string }>(
    database,
    `SELECT replace(id::text, '-', '') AS id FROM alert WHERE origin = 'api'`,
  )
  const ledger = await sql<LedgerRow>(
    database,
    `SELECT d.id::text, replace(d.alert_id::text, '-', '') AS "alertId", replace(x.display_name, 'receiver ', '') AS path, d.state,
       (SELECT count(*)::int FROM attempt WHERE attempt.delivery_id = d.id) AS attempts
     FROM delivery d JOIN destination x ON x.id = d.destination_id JOIN alert a ON a.id = d.alert_id
     WHERE a.origin = 'api'`,
  )
  return { storedIds: stored.map(({ id }) => id), ledger }
}

/** Ends every process by SIGTERM. @returns what was wrong with that, or with how they ran. */
async function endAll({ slots }: Stage): Promise<string[]> {
  const problems: string[] = []
  for (const slot of slots.toReversed()) {
    const tookMs = await slot.stop()
    if (tookMs > STOP_LIMIT_MS) problems.push(`${slot.name} took ${Math.round(tookMs)} ms to stop.`)
    problems.push(...slot.accidents.filter((accident) => accident.includes('by itself')))
  }
  return problems
}
