import type { Sql } from './sql'

/** A destination that a system error is to tell of: its failed deliveries since the last one, or its fault. */
export type DueReport = { destinationId: string; displayName: string } & (
  | { about: 'failures'; count: number; lastReason: string | null }
  | { about: 'fault'; fault: string }
)

// About the delivery of a system error there is never another one: that would go round and round.
const UNTOLD_FAILURES = `d.phase = 'failed' AND d.alert_id IS NOT NULL AND d.alert_type <> 'SYSTEM_ERROR'
  AND d.failed_at > coalesce(l.reported_at, '-infinity')`

export const systemErrors = {
  /** What is to be told now: of each destination at most one report about failures an hour, and one about a fault. */
  async due(sql: Sql): Promise<DueReport[]> {
    return sql.rows<DueReport>(
      `SELECT x.id::text AS "destinationId", x.display_name AS "displayName", 'failures' AS about, failed.count, failed."lastReason", NULL AS fault
       FROM lane l JOIN destination x ON x.id = l.destination_id
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS count, (array_agg(recent.state_reason))[1] AS "lastReason"
         FROM (SELECT d.state_reason FROM delivery d WHERE d.destination_id = l.destination_id AND ${UNTOLD_FAILURES}
               ORDER BY d.failed_at DESC LIMIT 10000) recent
       ) failed
       WHERE (l.reported_at IS NULL OR l.reported_at < now() - interval '1 hour') AND failed.count > 0
       UNION ALL
       SELECT x.id::text, x.display_name, 'fault', 0, NULL, l.fault
       FROM lane l JOIN destination x ON x.id = l.destination_id
       WHERE l.fault IS NOT NULL AND x.deleted_at IS NULL
         AND (l.fault_reported_at IS NULL OR (l.fault_reported_at < l.fault_since AND l.fault_reported_at < now() - interval '1 hour'))`,
    )
  },

  /** Takes one report on: false when another process told it meanwhile. */
  async take(sql: Sql, { destinationId, about }: Pick<DueReport, 'destinationId' | 'about'>): Promise<boolean> {
    const column = about === 'failures' ? 'reported_at' : 'fault_reported_at'
    const taken = await sql.rows(
      `UPDATE lane SET ${column} = now() WHERE destination_id = $1::uuid
       AND (${column} IS NULL OR ${column} < now() - interval '1 hour') RETURNING 1`,
      [destinationId],
    )
    return taken.length > 0
  },
}
