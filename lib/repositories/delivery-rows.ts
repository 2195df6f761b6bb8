import type { AttemptView, DeliveryView, ExchangeView } from '../contracts/delivery'
import { isFinal } from '../domain/delivery'
import type { Sql } from './sql'

export type DeliveryRow = Pick<
  DeliveryView,
  'id' | 'destinationId' | 'reason' | 'state' | 'severity' | 'alertType' | 'isUnsaved' | 'actorName'
> & {
  alertId: string | null
  title: string | null
  stateReason: string | null
  dueAt: Date
  changedAt: Date
  createdAt: Date
  resentFrom: string | null
  fallbackOf: string | null
}

type AttemptRow = Pick<AttemptView, 'number' | 'isProbe' | 'outcome' | 'totalMs'> & {
  deliveryId: string
  startedAt: Date
  status: number | null
  reason: string | null
  hint: string | null
  topic: string | null
  externalId: string | null
  externalUrl: string | null
  exchanges: ExchangeView[]
}

/** What `readDeliveries` is given: these columns, of `DELIVERY_TABLES`. */
export const DELIVERY_COLUMNS = `d.id::text, d.destination_id::text AS "destinationId", replace(d.alert_id::text, '-', '') AS "alertId",
  a.title, d.reason, d.state, d.state_reason AS "stateReason", d.due_at AS "dueAt", d.changed_at AS "changedAt",
  d.created_at AS "createdAt", d.resent_from::text AS "resentFrom", d.fallback_of::text AS "fallbackOf", d.severity,
  d.alert_type AS "alertType", d.is_unsaved AS "isUnsaved", d.actor_name AS "actorName"`
export const DELIVERY_TABLES = 'delivery d LEFT JOIN alert a ON a.id = d.alert_id'

const ATTEMPT = `t.delivery_id::text AS "deliveryId", t.number, t.is_probe AS "isProbe", t.started_at AS "startedAt", t.outcome,
  t.status, t.reason, t.hint, t.topic, t.total_ms AS "totalMs", t.external_id AS "externalId", t.external_url AS "externalUrl"`

/**
 * Rows as deliveries with their attempts, in the same order. What was sent and answered is most of an attempt's bytes: it is
 * read where one delivery is opened, never for a list.
 */
export async function readDeliveries(
  sql: Sql,
  rows: readonly DeliveryRow[],
  { isOpened }: { isOpened: boolean },
): Promise<DeliveryView[]> {
  if (rows.length === 0) return []
  const attempts = await sql.rows<AttemptRow>(
    `SELECT ${ATTEMPT}, ${isOpened ? 't.exchanges' : `'[]'::json AS exchanges`} FROM attempt t
     WHERE t.delivery_id = ANY($1::uuid[]) ORDER BY t.delivery_id, t.number`,
    [rows.map(({ id }) => id)],
  )
  const byDelivery = Map.groupBy(attempts, ({ deliveryId }) => deliveryId)
  return rows.map((row) => toDelivery(row, byDelivery.get(row.id) ?? []))
}

function toDelivery(row: DeliveryRow, attempts: readonly AttemptRow[]): DeliveryView {
  const { alertId, title, dueAt, changedAt, createdAt, stateReason, resentFrom, fallbackOf, ...rest } = row
  return {
    ...rest,
    ...(alertId !== null && { alert: { alertId, title: title ?? '' } }),
    ...(!isFinal(row.state) && { dueAt: dueAt.toISOString() }),
    stateReason: stateReason ?? undefined,
    resentFrom: resentFrom ?? undefined,
    fallbackOf: fallbackOf ?? undefined,
    changedAt: changedAt.toISOString(),
    createdAt: createdAt.toISOString(),
    attempts: attempts.map(toAttempt),
  }
}

function toAttempt({ deliveryId: _, ...row }: AttemptRow): AttemptView {
  return {
    ...row,
    startedAt: row.startedAt.toISOString(),
    status: row.status ?? undefined,
    reason: row.reason ?? undefined,
    hint: row.hint ?? undefined,
    topic: row.topic ?? undefined,
    externalId: row.externalId ?? undefined,
    externalUrl: row.externalUrl ?? undefined,
  }
}
