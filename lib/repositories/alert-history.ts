import type { Actor } from '../domain/actor'
import type { AlertChange } from './alerts'
import type { Sql } from './sql'

export type AlertEvent = { number: number; at: Date; event: unknown }

export type RecordedChange = AlertChange & { id: string; at: Date; actor: Actor }

type Page = { limit: number; after?: string }

export const alertHistory = {
  /** Its events by number, those that retention left: the first is what it was handed over with. `after` is the number of the last one already read. */
  async events(sql: Sql, alertId: string, { limit, after }: { limit: number; after: number }): Promise<AlertEvent[]> {
    return sql.rows<AlertEvent>(
      `SELECT 1 AS number, accepted_at AS at, context AS event FROM alert WHERE id = $1::uuid AND $2 < 1 AND payload_removed_at IS NULL
       UNION ALL
       SELECT number, at, event FROM alert_event WHERE alert_id = $1::uuid AND number > $2
       ORDER BY number LIMIT $3`,
      [alertId, after, limit],
    )
  },

  /** What was changed about it, the newest first. `after` is the id of the last one already read. */
  async changes(sql: Sql, alertId: string, { limit, after }: Page): Promise<RecordedChange[]> {
    return sql.rows<RecordedChange>(
      `SELECT c.id::text, c.at, c.actor, c.field, c.before, c.after FROM alert_change c
       WHERE c.alert_id = $1::uuid AND
         ($2::uuid IS NULL OR (c.at, c.id) < (SELECT l.at, l.id FROM alert_change l WHERE l.id = $2::uuid))
       ORDER BY c.at DESC, c.id DESC LIMIT $3`,
      [alertId, after ?? null, limit],
    )
  },
}
