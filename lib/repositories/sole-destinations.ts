import type { AlertType } from '../domain/alert-type'
import type { DynamicDestinations, RoutingInput } from '../domain/routing'
import type { Severity } from '../domain/severity'
import type { Sql } from './sql'

/** Alerts that were routed alike, and how many they are. */
export type RoutedAlike = { input: RoutingInput; count: number }

type Row = {
  type: AlertType
  severity: Severity
  logTypes: string[]
  dynamic: DynamicDestinations
  overrides: string[]
  count: number
  sentCount: number
}

/** What was routed to one destination alone. */
export const soleDestinations = {
  /**
   * Alerts of the last 7 days that went to this destination and no other, among the newest `most` that went to it;
   * `isCut` when more than those went to it.
   */
  async lastWeek(sql: Sql, destinationId: string, most: number): Promise<{ alike: RoutedAlike[]; isCut: boolean }> {
    const rows = await sql.rows<Row>(
      `WITH sent AS MATERIALIZED (
         SELECT alert_id FROM delivery
         WHERE destination_id = $1::uuid AND created_at > now() - interval '7 days' AND reason = 'routed'
         ORDER BY created_at DESC LIMIT $2)
       SELECT a.type, a.severity, coalesce(a.log_types, '{}') AS "logTypes", a.dynamic::text::json AS dynamic,
         coalesce(a.overrides, '{}') AS overrides, count(*)::int AS count, (SELECT count(*)::int FROM sent) AS "sentCount"
       FROM sent JOIN alert a ON a.id = sent.alert_id
       WHERE a.destinations = ARRAY[$1::uuid]
       GROUP BY a.type, a.severity, 3, a.dynamic::text, 5`,
      [destinationId, most],
    )
    const alike = rows.map(({ type, severity, logTypes, dynamic, overrides, count }) => ({
      input: { alert: { type, severity, logTypes }, dynamic, overrides },
      count,
    }))
    return { alike, isCut: rows[0]?.sentCount === most }
  },
}
