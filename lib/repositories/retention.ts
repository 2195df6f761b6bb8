import type { Sql } from './sql'

const MAINTENANCE_LOCK = 7_261_002

/** What failed for good can be sent again for so long, however short the retention is. */
const FAILED_KEPT_DAYS = 90

/** An alert's place among the others, by when it was accepted. */
export type Place = { at: Date; number: number }

// A bounded look: however many alerts must be kept longer, a step takes no longer for it.
const CANDIDATES = `
  SELECT a.id::text, a.accepted_at AS at, a.number::float8 AS number,
    a.last_event_at < old.at AND NOT EXISTS (
      SELECT 1 FROM delivery d WHERE d.alert_id = a.id
        AND (d.phase = 'open' OR d.changed_at >= old.at OR (d.phase = 'failed' AND d.failed_at >= now() - interval '${FAILED_KEPT_DAYS} days'))
    ) AS "isOld"
  FROM (SELECT now() - make_interval(days => retention_days) AS at FROM workspace) AS old, alert a
  WHERE a.payload_removed_at IS NULL AND a.accepted_at < old.at
    AND (a.accepted_at, a.number) > (coalesce($1::timestamptz, '-infinity'), $2::bigint)
  ORDER BY a.accepted_at, a.number LIMIT $3`

/** Removes what was kept long enough, by the database's clock. */
export const retention = {
  /** Whether this transaction is the one that removes; others come again later. */
  async tryLock(sql: Sql): Promise<boolean> {
    const [lock] = await sql.rows<{ isOurs: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS "isOurs"', [
      MAINTENANCE_LOCK,
    ])
    return lock?.isOurs === true
  },

  /**
   * Looks at the `most` alerts past their days that follow `after`, and takes the payloads of those that are finished as long:
   * context, further events, and what their attempts sent and got. The record of what happened stays. An alert with an
   * unfinished delivery is never touched, and one with a failed delivery not for 90 days.
   * @returns the last place it looked at; none when no further one follows
   */
  async emptyAlerts(
    sql: Sql,
    { after, most }: { after: Place | undefined; most: number },
  ): Promise<{ emptied: number; last: Place | undefined }> {
    const candidates = await sql.rows<Place & { id: string; isOld: boolean }>(CANDIDATES, [
      after?.at ?? null,
      after?.number ?? 0,
      most,
    ])
    const ids = candidates.filter(({ isOld }) => isOld).map(({ id }) => id)
    const emptied = ids.length === 0 ? 0 : await empty(sql, ids)
    return { emptied, last: candidates.length === most ? candidates.at(-1) : undefined }
  },

  /** Tests belong to no alert: they go whole. */
  async removeTests(sql: Sql, most: number): Promise<number> {
    const removed = await sql.rows(
      `WITH old AS (
         SELECT id FROM delivery WHERE alert_id IS NULL
           AND created_at < now() - (SELECT make_interval(days => retention_days) FROM workspace)
         ORDER BY created_at LIMIT $1),
       attempts AS (DELETE FROM attempt USING old WHERE delivery_id = old.id)
       DELETE FROM delivery USING old WHERE delivery.id = old.id RETURNING 1`,
      [most],
    )
    return removed.length
  },

  /** Answers to requests with an `Idempotency-Key`. */
  async removeAnswers(sql: Sql, most: number): Promise<number> {
    const removed = await sql.rows(
      `DELETE FROM idempotency WHERE (token_id, method, path, key) IN (
         SELECT token_id, method, path, key FROM idempotency
         WHERE created_at < now() - interval '24 hours' ORDER BY created_at LIMIT $1)
       AND created_at < now() - interval '24 hours' RETURNING 1`,
      [most],
    )
    return removed.length
  },
}

async function empty(sql: Sql, ids: readonly string[]): Promise<number> {
  // Whoever sends one of them again meanwhile has it locked, or waits and finds its payload gone.
  const locked = await sql.rows<{ id: string }>(
    'SELECT id::text FROM alert WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE SKIP LOCKED',
    [ids],
  )
  const taken = await sql.rows<{ id: string }>(
    `UPDATE alert SET context = '{}', payload_removed_at = now() WHERE id = ANY($1::uuid[])
       AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.alert_id = alert.id AND d.phase = 'open')
     RETURNING id::text`,
    [locked.map(({ id }) => id)],
  )
  const emptied = taken.map(({ id }) => id)
  await sql.rows('DELETE FROM alert_event WHERE alert_id = ANY($1::uuid[])', [emptied])
  await sql.rows(
    `UPDATE attempt SET exchanges = '[]' FROM delivery d
     WHERE d.alert_id = ANY($1::uuid[]) AND attempt.delivery_id = d.id AND attempt.exchanges::text <> '[]'`,
    [emptied],
  )
  return emptied.length
}
