import type { Sql } from './sql'

export type ChartBin = {
  from: Date
  to: Date
  attempts: number
  notDelivered: number
  p50Ms: number | null
  p95Ms: number | null
}

/** The attempts of a bin whose times tell how long they take: `SLICES` stretches of it, and the first few of each. */
const SLICES = 16
const SAMPLED_IN_SLICE = 40

// Counts come from indexes alone; times would need every row, so a sample tells them.
const BINS = `
  SELECT bin.from_at AS "from", bin.to_at AS "to",
    (SELECT count(*)::int FROM attempt t WHERE t.destination_id = $1::uuid
      AND t.started_at >= bin.from_at AND t.started_at < bin.to_at) AS attempts,
    (SELECT count(*)::int FROM attempt t WHERE t.destination_id = $1::uuid
      AND t.started_at >= bin.from_at AND t.started_at < bin.to_at AND t.outcome <> 'delivered') AS "notDelivered",
    sample.p[1] AS "p50Ms", sample.p[2] AS "p95Ms"
  FROM generate_series(0, $4::int - 1) AS n
  CROSS JOIN LATERAL (SELECT $2::timestamptz + n * $3::float8 * interval '1 second' AS from_at,
    $2::timestamptz + (n + 1) * $3::float8 * interval '1 second' AS to_at) AS bin
  CROSS JOIN LATERAL (
    SELECT percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY sampled.total_ms) AS p
    FROM generate_series(0, ${SLICES - 1}) AS slice CROSS JOIN LATERAL (
      SELECT t.total_ms FROM attempt t WHERE t.destination_id = $1::uuid
        AND t.started_at >= bin.from_at + (bin.to_at - bin.from_at) * slice / ${SLICES}
        AND t.started_at < bin.from_at + (bin.to_at - bin.from_at) * (slice + 1) / ${SLICES}
      ORDER BY t.started_at LIMIT ${SAMPLED_IN_SLICE}
    ) AS sampled
  ) AS sample
  ORDER BY n`

export const deliveryChart = {
  /** How the attempts of a destination went, in `count` bins of `seconds` from `from` on. */
  async bins(
    sql: Sql,
    destinationId: string,
    { from, seconds, count }: { from: Date; seconds: number; count: number },
  ): Promise<ChartBin[]> {
    return sql.rows<ChartBin>(BINS, [destinationId, from, seconds, count])
  },
}
