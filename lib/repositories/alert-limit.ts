import { ALERT_STATUSES } from '../domain/alert-record'
import type { Sql } from './sql'

// The indexes go by number, so the number of the hour's first alert bounds the look; a clock that was set back makes it a wide one.
const LATELY = `accepted_at > clock_timestamp() - interval '1 hour'
  AND number >= (SELECT number FROM alert WHERE accepted_at > clock_timestamp() - interval '1 hour' ORDER BY accepted_at, number LIMIT 1)`

export const alertLimit = {
  /** How many alerts each detection made here in the last hour, at most `limit`; those with `exceptDedup` don't count. */
  async madeLately(
    sql: Sql,
    detectionIds: readonly string[],
    exceptDedup: string,
    limit: number,
  ): Promise<Map<string, number>> {
    const rows = await sql.rows<{ id: string; count: number }>(
      `SELECT given.id, lately.count FROM unnest($1::text[]) AS given(id)
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS count FROM (
           SELECT 1 FROM alert
           WHERE detection_id = given.id AND ${LATELY} AND origin = 'detection'
             AND dedup IS DISTINCT FROM $2 ORDER BY number DESC LIMIT $3) AS made
       ) lately`,
      [detectionIds, exceptDedup, limit],
    )
    return new Map(rows.map(({ id, count }) => [id, count]))
  },

  /** Those of the detections that a system error about their limit told of in the last hour. */
  async toldLately(sql: Sql, detectionIds: readonly string[]): Promise<Set<string>> {
    const rows = await sql.rows<{ id: string }>(
      `SELECT DISTINCT system_error->>'detectionId' AS id FROM alert
       WHERE type = 'SYSTEM_ERROR' AND status = ANY($2::text[]) AND ${LATELY}
         AND system_error->>'kind' = 'DETECTION_ALERT_LIMIT_EXCEEDED' AND system_error->>'detectionId' = ANY($1::text[])`,
      [detectionIds, ALERT_STATUSES],
    )
    return new Set(rows.map(({ id }) => id))
  },
}
