import type { Sql } from './sql'

export type WorkerProcess = { id: string; name: string; startedAt: Date; seenAt: Date }

/** Processes that deliver. */
export const workers = {
  async seen(sql: Sql, id: string, name: string): Promise<void> {
    await sql.rows(
      'INSERT INTO worker (id, name, seen_at) VALUES ($1::uuid, $2, now()) ON CONFLICT (id) DO UPDATE SET seen_at = now()',
      [id, name],
    )
  },

  async gone(sql: Sql, id: string): Promise<void> {
    await sql.rows('DELETE FROM worker WHERE id = $1::uuid', [id])
  },

  /** Forgets those that were killed: they gave no sign of life for an hour. */
  async removeGone(sql: Sql, most: number): Promise<number> {
    const removed = await sql.rows(
      `DELETE FROM worker WHERE id IN (SELECT id FROM worker WHERE seen_at < now() - interval '1 hour' LIMIT $1) RETURNING 1`,
      [most],
    )
    return removed.length
  },

  /** Those that gave a sign of life in the last half minute. */
  async alive(sql: Sql): Promise<WorkerProcess[]> {
    return sql.rows<WorkerProcess>(
      `SELECT id::text, name, started_at AS "startedAt", seen_at AS "seenAt" FROM worker
       WHERE seen_at > now() - interval '30 seconds' ORDER BY started_at, id`,
    )
  },
}
