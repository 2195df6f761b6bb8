import type { RedriveFiguresView, RedriveView } from '../contracts/redrive'
import { REDRIVE_DESTINATIONS_NAMED, REDRIVE_MAX, type RedriveFilter, type RedriveRules } from '../domain/redrive'
import { AppError } from '../errors'
import { wake } from './delivery-queue'
import { type Judgement, judge } from './redrive-judgement'
import type { Sql } from './sql'

/** What a redrive takes, and how fast. */
export type RedrivePlan = { filter: RedriveFilter; rules: RedriveRules; perMinute: number | null }

type FiguresRow = Omit<RedriveFiguresView, 'oldestAt' | 'newestAt' | 'seconds'> & {
  oldestAt: Date | null
  newestAt: Date | null
  /** Deliveries to the destination that has most of them. */
  longest: number
}

type RedriveRow = Omit<RedriveView, 'createdAt' | 'endsAt'> & { createdAt: Date; endsAt: Date | null }

const FIGURES = `
  (SELECT count(*)::int FROM chosen) AS count,
  (SELECT count(*)::int FROM by_destination) AS "destinationCount",
  (SELECT coalesce(max(count), 0) FROM by_destination) AS longest,
  (SELECT coalesce(json_agg(named), '[]') FROM (
     SELECT b.id, x.display_name AS "displayName", x.type, b.count,
       x.is_paused OR coalesce(l.fault IS NOT NULL OR l.circuit_open_since IS NOT NULL, false) AS "isHeld"
     FROM by_destination b JOIN destination x ON x.id = b.id LEFT JOIN lane l ON l.destination_id = b.id
     ORDER BY b.count DESC, x.display_name LIMIT ${REDRIVE_DESTINATIONS_NAMED}) named) AS destinations,
  (SELECT coalesce(json_agg(kept), '[]') FROM (
     SELECT left_out AS reason, count(*)::int FROM judged WHERE left_out IS NOT NULL GROUP BY left_out ORDER BY 2 DESC, 1) kept
  ) AS "leftOut",
  (SELECT min(accepted_at) FROM chosen) AS "oldestAt",
  (SELECT max(accepted_at) FROM chosen) AS "newestAt"`

// The place within its destination is what the pace goes by: no destination waits for another.
const chosenFrom = ({ text }: Judgement) => `
  judged AS MATERIALIZED (${text}),
  chosen AS MATERIALIZED (
    SELECT *, row_number() OVER (PARTITION BY destination_id ORDER BY number) - 1 AS place FROM judged WHERE left_out IS NULL),
  by_destination AS (SELECT destination_id AS id, count(*)::int FROM chosen GROUP BY destination_id)`

const PROGRESS = `
  SELECT r.id::text, r.total, r.per_minute AS "perMinute", r.actor_name AS "actorName", r.created_at AS "createdAt", now.*
  FROM redrive r CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE d.phase = 'delivered')::int AS delivered,
      count(*) FILTER (WHERE d.phase = 'failed')::int AS failed,
      count(*) FILTER (WHERE d.phase = 'cancelled')::int AS cancelled,
      count(*) FILTER (WHERE d.phase = 'open' AND d.attempts_made > 0)::int AS retrying,
      count(*) FILTER (WHERE d.phase = 'open' AND d.attempts_made = 0)::int AS pending,
      count(*) FILTER (WHERE d.phase = 'open' AND d.state <> 'sending'
        AND (x.is_paused OR l.fault IS NOT NULL OR l.circuit_open_since IS NOT NULL))::int AS held,
      max(d.due_at) FILTER (WHERE d.phase = 'open') AS "endsAt"
    FROM delivery d JOIN destination x ON x.id = d.destination_id LEFT JOIN lane l ON l.destination_id = d.destination_id
    WHERE d.redrive_id = r.id) now`

/** Deliveries that are sent again together. */
export const redrives = {
  /** What it would send now. */
  async preview(sql: Sql, { filter, rules, perMinute }: RedrivePlan): Promise<RedriveFiguresView> {
    const judgement = judge(filter, rules)
    const [row] = await sql.rowsOnce<FiguresRow>(`WITH ${chosenFrom(judgement)} SELECT ${FIGURES}`, judgement.values)
    return toFigures(row, perMinute)
  },

  /**
   * Queues a new delivery for each that it takes, the oldest alert first, as far apart as the pace asks for, and wakes the
   * workers when the transaction commits. More than `REDRIVE_MAX`, or none, begin nothing. `redeliveries.begin` comes first.
   */
  async start(
    sql: Sql,
    { filter, rules, perMinute }: RedrivePlan,
    by: { id: string; actorName: string },
  ): Promise<RedriveFiguresView> {
    const { text, values } = judge(filter, rules)
    const all = [...values]
    const given = (value: unknown) => `$${all.push(value)}`
    const [id, actor, pace] = [given(by.id), given(by.actorName), given(perMinute)]
    const [row] = await sql.rowsOnce<FiguresRow & { reached: string[] }>(
      `WITH at AS MATERIALIZED (SELECT date_trunc('milliseconds', clock_timestamp()) AS now), ${chosenFrom({ text, values })},
       begun AS (
         INSERT INTO redrive (id, filter, total, per_minute, actor_name, created_at)
         SELECT ${id}::uuid, ${given(JSON.stringify({ ...filter, ...rules }))}::json, total.count, ${pace}::int, ${actor}, at.now
         FROM at, (SELECT count(*)::int AS count FROM chosen) total WHERE total.count BETWEEN 1 AND ${REDRIVE_MAX}
         RETURNING id, created_at),
       queued AS (
         INSERT INTO delivery (id, alert_id, destination_id, reason, state, severity, alert_type, actor_name, resent_from,
           redrive_id, created_at, due_at, changed_at)
         SELECT gen_random_uuid(), c.alert_id, c.destination_id, 'redriven', 'queued', c.severity, c.alert_type, ${actor}, c.id,
           begun.id, begun.created_at, begun.created_at + c.place * coalesce(interval '1 minute' / ${pace}::int, interval '0'),
           begun.created_at
         FROM chosen c, begun)
       SELECT ${FIGURES}, (SELECT coalesce(array_agg(id::text), '{}') FROM by_destination) AS reached`,
      all,
    )
    const figures = toFigures(row, perMinute)
    if (figures.count > 0 && figures.count <= REDRIVE_MAX)
      await wake(
        sql,
        (row?.reached ?? []).map((id) => ({ id })),
      )
    return figures
  },

  /** @throws {AppError} `not-found` */
  async get(sql: Sql, id: string): Promise<RedriveView> {
    const [row] = await sql.rows<RedriveRow>(`${PROGRESS} WHERE r.id = $1::uuid`, [id])
    if (!row) throw new AppError('not-found', 'There is no such redrive. Its address may have been cut short.')
    return toRedrive(row)
  },

  /** Those that are not finished, the newest first. */
  async running(sql: Sql): Promise<RedriveView[]> {
    const rows = await sql.rows<RedriveRow>(
      `${PROGRESS} WHERE r.id IN (SELECT redrive_id FROM delivery WHERE phase = 'open' AND redrive_id IS NOT NULL)
       ORDER BY r.created_at DESC`,
    )
    return rows.map(toRedrive)
  },

  /** Cancels what is not finished; what is being sent right now finishes first. @returns how many */
  async cancel(sql: Sql, id: string, reason: string): Promise<number> {
    const [row] = await sql.rows<{ count: number }>(
      `WITH cancelled AS (
         UPDATE delivery SET state = 'cancelled', state_reason = $2, changed_at = now()
         WHERE redrive_id = $1::uuid AND state IN ('queued', 'waiting') RETURNING 1)
       SELECT count(*)::int AS count FROM cancelled`,
      [id, reason],
    )
    return row?.count ?? 0
  },
}

function toFigures(row: FiguresRow | undefined, perMinute: number | null): RedriveFiguresView {
  if (!row) throw new Error('The figures of a redrive have no row.')
  const { longest, oldestAt, newestAt, count, destinations, destinationCount, leftOut } = row
  return {
    count,
    destinations,
    destinationCount,
    leftOut,
    oldestAt: oldestAt?.toISOString() ?? null,
    newestAt: newestAt?.toISOString() ?? null,
    // The first goes out at once.
    seconds: perMinute === null ? 0 : Math.ceil((Math.max(0, longest - 1) * 60) / perMinute),
  }
}

const toRedrive = ({ createdAt, endsAt, ...row }: RedriveRow): RedriveView => ({
  ...row,
  createdAt: createdAt.toISOString(),
  endsAt: endsAt?.toISOString() ?? null,
})
