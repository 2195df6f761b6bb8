import type { Sql } from './sql'

export type QueueFigures = {
  workers: number
  /** Unfinished deliveries. */
  queue: { type: string; state: 'queued' | 'sending' | 'waiting'; count: number }[]
  /** Those of them that are not being sent, by what holds them; `oldestSeconds`: since when the oldest is due, if one is. */
  waits: { type: string; hold: 'paused' | 'fault' | 'circuit' | null; count: number; oldestSeconds: number | null }[]
  circuits: { type: string; displayName: string; isOpen: boolean }[]
}

const FIGURES = `
  WITH open AS MATERIALIZED (
    SELECT destination_id, state, count(*) AS count, min(due_at) AS due_at
    FROM delivery WHERE phase = 'open' GROUP BY destination_id, state
  ),
  lanes AS MATERIALIZED (
    SELECT x.id, x.type, x.display_name, x.deleted_at, l.circuit_open_since IS NOT NULL AS is_open,
      CASE WHEN x.is_paused THEN 'paused' WHEN l.fault IS NOT NULL THEN 'fault'
        WHEN l.circuit_open_since IS NOT NULL THEN 'circuit' END AS hold
    FROM destination x JOIN lane l ON l.destination_id = x.id
  )
  SELECT
    (SELECT count(*)::int FROM worker WHERE seen_at > now() - interval '30 seconds') AS workers,
    (SELECT coalesce(json_agg(q), '[]') FROM (
       SELECT type, state, sum(count)::int AS count
       FROM open JOIN lanes ON lanes.id = open.destination_id GROUP BY 1, 2 ORDER BY 1, 2) AS q) AS queue,
    (SELECT coalesce(json_agg(w), '[]') FROM (
       SELECT type, hold, sum(count)::int AS count,
         extract(epoch FROM now() - min(due_at) FILTER (WHERE due_at <= now()))::float8 AS "oldestSeconds"
       FROM open JOIN lanes ON lanes.id = open.destination_id WHERE state <> 'sending' GROUP BY 1, 2 ORDER BY 1, 2) AS w) AS waits,
    (SELECT coalesce(json_agg(c), '[]') FROM (
       SELECT type, display_name AS "displayName", is_open AS "isOpen" FROM lanes WHERE deleted_at IS NULL ORDER BY 1, 2) AS c) AS circuits`

/** How the queue stands now, for all processes together: one pass over the index of what is unfinished. */
export async function queueFigures(sql: Sql): Promise<QueueFigures> {
  const [figures] = await sql.rows<QueueFigures>(FIGURES)
  return figures ?? { workers: 0, queue: [], waits: [], circuits: [] }
}
