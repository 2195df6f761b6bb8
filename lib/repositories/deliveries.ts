import type { AttemptView, DeliveryView } from '../contracts/delivery'
import { UNFINISHED_COUNTED_MAX } from '../domain/console'
import { type DeliveryState, isFinal } from '../domain/delivery'
import type { DeliveryFilter } from '../domain/delivery-filter'
import { AppError } from '../errors'
import type { Tx } from './db'
import { DELIVERY_COLUMNS, DELIVERY_TABLES, type DeliveryRow, readDeliveries } from './delivery-rows'
import { type Sql, sqlOf } from './sql'

export type LogPage = {
  limit: number
  /** Id of the last delivery already read. */
  before?: string
}

const IN_LIST = { isOpened: false }

export const deliveries = {
  /** Adds a finished test with its attempts to the destination's log. Everything in it is masked already. */
  async insertTest(tx: Tx, test: DeliveryView): Promise<void> {
    const sql = sqlOf(tx)
    await sql.rows(
      `INSERT INTO delivery (id, destination_id, reason, state, state_reason, severity, alert_type, is_unsaved, actor_name,
         created_at, due_at, changed_at, failed_at, attempts_made, attempts_counted)
       VALUES ($1::uuid, $2::uuid, 'test', $3::text, $4, $5, $6, $7, $8, $9::timestamptz, $9::timestamptz, $10::timestamptz,
         CASE WHEN $3::text = 'failed' THEN $10::timestamptz END, $11, $11)`,
      [
        test.id,
        test.destinationId,
        test.state,
        test.stateReason ?? null,
        test.severity,
        test.alertType,
        test.isUnsaved,
        test.actorName,
        test.createdAt,
        test.changedAt,
        test.attempts.length,
      ],
    )
    await insertAttempts(sql, test)
  },

  /** One delivery, with what its attempts sent and were answered. @throws {AppError} `not-found` */
  async get(sql: Sql, id: string): Promise<DeliveryView> {
    const rows = await sql.rows<DeliveryRow>(
      `SELECT ${DELIVERY_COLUMNS} FROM ${DELIVERY_TABLES} WHERE d.id = $1::uuid`,
      [id],
    )
    const [delivery] = await readDeliveries(sql, rows, { isOpened: true })
    if (!delivery) throw new AppError('not-found', 'There is no such delivery. Retention may have removed it.')
    return delivery
  },

  /** Every delivery of an alert, the oldest first, without what was sent and answered. */
  async ofAlert(sql: Sql, alertId: string): Promise<DeliveryView[]> {
    const rows = await sql.rows<DeliveryRow>(
      `SELECT ${DELIVERY_COLUMNS} FROM ${DELIVERY_TABLES} WHERE d.alert_id = $1::uuid ORDER BY d.created_at, d.id`,
      [alertId],
    )
    return readDeliveries(sql, rows, IN_LIST)
  },

  /** A page of the destination's log, the newest first, without what was sent and answered. */
  async list(sql: Sql, destinationId: string, filter: DeliveryFilter, page: LogPage): Promise<DeliveryView[]> {
    const { text, values } = logQuery(destinationId, filter, page)
    return readDeliveries(sql, await sql.rowsOnce<DeliveryRow>(text, values), IN_LIST)
  },

  /** Cancels what is not finished, for good. What is being sent right now finishes first. */
  async cancelOpen(sql: Sql, destinationId: string, reason: string): Promise<void> {
    await sql.rows(
      `UPDATE delivery SET state = 'cancelled', state_reason = $2, changed_at = now()
       WHERE destination_id = $1::uuid AND phase = 'open' AND state <> 'sending'`,
      [destinationId, reason],
    )
  },

  /** Those that are not finished, counted up to `UNFINISHED_COUNTED_MAX`. */
  async countUnfinished(sql: Sql, destinationId: string): Promise<number> {
    const [row] = await sql.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM (
         SELECT 1 FROM delivery WHERE destination_id = $1::uuid AND phase = 'open' LIMIT ${UNFINISHED_COUNTED_MAX}) AS open`,
      [destinationId],
    )
    return row?.count ?? 0
  },
}

async function insertAttempts(sql: Sql, { id, destinationId, attempts }: DeliveryView): Promise<void> {
  await sql.rows(
    `INSERT INTO attempt (delivery_id, destination_id, number, is_probe, started_at, outcome, status, reason, hint, topic,
       exchanges, total_ms, external_id, external_url)
     SELECT $1::uuid, $2::uuid, number, is_probe, started_at, outcome, status, reason, hint, topic, exchanges, total_ms, external_id,
       external_url
     FROM json_to_recordset($3::json) AS given(number int, is_probe boolean, started_at timestamptz, outcome text, status int,
       reason text, hint text, topic text, exchanges json, total_ms float8, external_id text, external_url text)`,
    [id, destinationId, JSON.stringify(attempts.map(attemptRow))],
  )
}

const attemptRow = (attempt: AttemptView) => ({
  ...attempt,
  is_probe: attempt.isProbe,
  started_at: attempt.startedAt,
  total_ms: attempt.totalMs,
  external_id: attempt.externalId,
  external_url: attempt.externalUrl,
})

function logQuery(destinationId: string, filter: DeliveryFilter, { limit, before }: LogPage) {
  const values: unknown[] = []
  const given = (value: unknown) => `$${values.push(value)}`
  const parts = [`d.destination_id = ${given(destinationId)}::uuid`, ...filterConditions(filter, given)]
  if (before !== undefined) {
    parts.push(
      `(d.created_at, d.id) < (SELECT last.created_at, last.id FROM delivery last WHERE last.id = ${given(before)}::uuid)`,
    )
  }
  const text = `SELECT ${DELIVERY_COLUMNS} FROM ${DELIVERY_TABLES} WHERE ${parts.join(' AND ')}
    ORDER BY d.created_at DESC, d.id DESC LIMIT ${given(limit)}`
  return { text, values }
}

/** The filter over `delivery d`. */
function filterConditions({ states, reasons, from, to }: DeliveryFilter, given: (value: unknown) => string): string[] {
  const parts: string[] = []
  if (states.length > 0) parts.push(`(${states.map(stateCondition).join(' OR ')})`)
  if (reasons.length > 0) parts.push(`d.reason = ANY(${given(reasons)}::text[])`)
  if (from) parts.push(`d.created_at >= ${given(from)}::timestamptz`)
  if (to) parts.push(`d.created_at <= ${given(to)}::timestamptz`)
  return parts
}

// Spelt out by phase: the planner then sees which partial index holds a state that few deliveries are in.
const stateCondition = (state: DeliveryState) =>
  isFinal(state) ? `d.phase = '${state}'` : `(d.phase = 'open' AND d.state = '${state}')`
