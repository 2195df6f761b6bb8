import type { AlertRowView, LiveAlertsView } from '@/lib/contracts/alert-list'

export type LiveRows = Pick<LiveAlertsView, 'rows'> & { shown: readonly number[] }

/** The rows as they are now: what was asked about and no longer matches is gone, the rest is as it was read. */
export function mergeLive(rows: readonly AlertRowView[], live: LiveRows | undefined): AlertRowView[] {
  if (!live) return [...rows]
  const asked = new Set(live.shown)
  const now = new Map(live.rows.map((row) => [row.number, row]))
  return rows.flatMap((row) => (asked.has(row.number) ? (now.get(row.number) ?? []) : row))
}
