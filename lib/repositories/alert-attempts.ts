import type { AttemptView } from '../contracts/delivery'
import type { Sql } from './sql'

/** One attempt to bring an alert to a destination, without what was sent. */
export type DispatchedAttempt = {
  destinationId: string
  startedAt: Date
  outcome: AttemptView['outcome']
  status: number | null
  reason: string | null
  topic: string | null
  /** The beginning of the last answer's body, while it is kept. */
  answer: string | null
  /** What was made at the receiver is called there; else the destination's display name. */
  label: string
}

const ANSWER_MAX = 1_000

export const alertAttempts = {
  /** Every attempt to deliver each of these alerts, tests of destinations aside, the oldest first. */
  async ofAlerts(sql: Sql, alertIds: readonly string[]): Promise<ReadonlyMap<string, DispatchedAttempt[]>> {
    const byAlert = new Map<string, DispatchedAttempt[]>()
    const rows = await sql.rows<DispatchedAttempt & { alertId: string }>(
      `SELECT d.alert_id::text AS "alertId", d.destination_id::text AS "destinationId", t.started_at AS "startedAt", t.outcome,
         t.status, t.reason, t.topic, left(t.exchanges -> -1 -> 'answer' ->> 'body', ${ANSWER_MAX}) AS answer,
         coalesce(t.external_id, dest.display_name) AS label
       FROM delivery d JOIN attempt t ON t.delivery_id = d.id JOIN destination dest ON dest.id = d.destination_id
       WHERE d.alert_id = ANY($1::uuid[])
       ORDER BY t.started_at, d.id, t.number`,
      [alertIds],
    )
    for (const { alertId, ...attempt } of rows) {
      const attempts = byAlert.get(alertId) ?? []
      attempts.push(attempt)
      byAlert.set(alertId, attempts)
    }
    return byAlert
  },
}
