import type { AlertDestinationView, AlertRowView } from '../contracts/alert-list'
import type { Json } from '../domain/alert'
import type { AlertFilter } from '../domain/alert-filter'
import type { Alert } from '../domain/alert-record'
import { asksForDeliveries, conditionOf, deliveredAlerts, needsScan, type Range } from './alert-conditions'
import { alerts } from './alerts'
import type { Sql } from './sql'

/** Alerts that a page without an index to serve it looks at: what keeps an answer quick however many there are. */
const SCANNED = 50_000
/** As many ids as a list of them is quicker than looking at each alert. */
const LISTED_IDS = 5_000
/** Destinations that a row names. */
const NAMED = 4

export type PageOf = {
  limit: number
  direction: 'asc' | 'desc'
  /** Number of the last alert already read. */
  after?: number
  /** Alerts of higher numbers are left out. */
  upTo?: number
  /** Alerts of lower numbers are left out. */
  downTo?: number
}

/** An alert as it is exported: everything about it, and each of its deliveries. */
export type ExportedAlert = Omit<AlertRowView, 'destinations' | 'destinationCount' | 'failedCount'> & {
  createdAt: string
  logTypes: string[]
  tags: string[]
  description: string
  runbook: string
  reference: string
  context: { [key: string]: Json }
  deliveries: { destination: string; state: string; reason: string; attempts: number; changedAt: string }[]
}

export type Slice<T> = {
  rows: T[]
  /** `after` of the next slice; nothing when there is none. A slice may be short, even empty, and not the last. */
  next: number | undefined
}

const ROW = `replace(a.id::text, '-', '') AS "alertId", a.number::float8 AS number, a.title, a.severity, a.type, a.status,
  CASE WHEN a.detection_id IS NOT NULL THEN json_build_object('id', a.detection_id, 'name', a.name) END AS detection,
  coalesce(u.name, a.assignee_id) AS "assigneeName", a.event_count AS "eventCount", a.accepted_at AS "acceptedAt", a.outcome`

// What needs attention stands before what does not.
const WENT = `
  SELECT coalesce(json_agg(json_build_object('id', n.destination_id, 'displayName', n.display_name, 'type', n.type, 'state', n.state)
      ORDER BY n.place) FILTER (WHERE n.place <= ${NAMED}), '[]') AS destinations,
    count(*)::int AS "destinationCount",
    count(*) FILTER (WHERE n.state = 'failed')::int AS "failedCount"
  FROM (
    SELECT newest.*, x.display_name, x.type, row_number() OVER (ORDER BY
      array_position(ARRAY['failed', 'waiting', 'queued', 'sending', 'cancelled', 'delivered'], newest.state), x.display_name) AS place
    FROM (
      SELECT DISTINCT ON (d.destination_id) d.destination_id, d.state FROM delivery d
      WHERE d.alert_id = a.id ORDER BY d.destination_id, d.created_at DESC, d.id DESC
    ) newest JOIN destination x ON x.id = newest.destination_id
  ) n`

const EXPORTED = `${ROW}, a.created_at AS "createdAt", coalesce(a.log_types, '{}') AS "logTypes", coalesce(a.tags, '{}') AS tags,
  a.description, a.runbook, a.reference, a.context`
const DELIVERIES = `
  SELECT coalesce(json_agg(json_build_object('destination', x.display_name, 'state', d.state, 'reason', d.reason,
    'attempts', d.attempts_made, 'changedAt', d.changed_at) ORDER BY d.created_at, d.id), '[]') AS deliveries
  FROM delivery d JOIN destination x ON x.id = d.destination_id WHERE d.alert_id = a.id`

type Row = Omit<AlertRowView, 'acceptedAt' | 'destinations'> & {
  acceptedAt: Date
  destinations: AlertDestinationView[]
}

/** Alerts by filter, in order of acceptance: what the console, the API and exports list. */
export const alertList = {
  /** Every alert that matches, up to the limit, however long it takes to find them. */
  async page(sql: Sql, filter: AlertFilter, page: PageOf): Promise<Alert[]> {
    const found = await idsIn(sql, filter, await rangeOf(sql, filter, page), page)
    return alerts.many(sql, found)
  },

  /** Rows of the console's list. */
  async rows(sql: Sql, filter: AlertFilter, page: PageOf): Promise<Slice<AlertRowView>> {
    const slice = await sliceOf<Row>(sql, filter, page, { columns: `${ROW}, went.*`, lateral: WENT })
    return { ...slice, rows: slice.rows.map(toRow) }
  },

  /** Those of the alerts of these numbers that match now. */
  async again(sql: Sql, filter: AlertFilter, numbers: readonly number[]): Promise<AlertRowView[]> {
    if (numbers.length === 0) return []
    const range = { from: Math.min(...numbers), to: Math.max(...numbers) }
    const { text, values } = conditionOf(filter, range)
    const rows = await sql.rowsOnce<Row>(
      select(
        { columns: `${ROW}, went.*`, lateral: WENT },
        `${text} AND a.number = ANY($${values.length + 1}::bigint[])`,
        {
          limit: numbers.length,
          direction: 'desc',
        },
      ),
      [...values, numbers],
    )
    return rows.map(toRow)
  },

  async exported(sql: Sql, filter: AlertFilter, page: PageOf): Promise<Slice<ExportedAlert>> {
    const shape = { columns: `${EXPORTED}, went.*`, lateral: DELIVERIES }
    const slice = await sliceOf<Omit<ExportedAlert, 'acceptedAt'> & { acceptedAt: Date }>(sql, filter, page, shape)
    return { ...slice, rows: slice.rows.map((row) => ({ ...row, acceptedAt: row.acceptedAt.toISOString() })) }
  },

  /** How many alerts accepted after number `after` match, counted up to `most`. */
  async countAfter(sql: Sql, filter: AlertFilter, after: number, most: number): Promise<number> {
    const page: PageOf = { limit: most, direction: 'asc', after }
    return (await idsIn(sql, filter, await rangeOf(sql, filter, page), page)).length
  },

  /** Alerts whose id begins so; hyphens and case don't matter. Fewer than six digits, or anything else, find none. */
  async byIdStart(sql: Sql, text: string, limit: number): Promise<{ alertId: string; title: string }[]> {
    const digits = text.replaceAll('-', '').toLowerCase()
    if (!/^[0-9a-f]{6,32}$/.test(digits)) return []
    return sql.rows<{ alertId: string; title: string }>(
      `SELECT replace(id::text, '-', '') AS "alertId", title FROM alert WHERE id BETWEEN $1::uuid AND $2::uuid ORDER BY id LIMIT $3`,
      [digits.padEnd(32, '0'), digits.padEnd(32, 'f'), limit],
    )
  },

  /** Number of the newest alert; 0 when there is none. */
  async newest(sql: Sql): Promise<number> {
    const [row] = await sql.rows<{ number: number }>('SELECT coalesce(max(number), 0)::float8 AS number FROM alert')
    return row?.number ?? 0
  },
}

type Shape = { columns: string; lateral: string }

const toRow = (row: Row): AlertRowView => ({ ...row, acceptedAt: row.acceptedAt.toISOString() })

const order = ({ limit, direction }: PageOf) => `ORDER BY a.number ${direction} LIMIT ${limit}`

// The page is cut first: what a row says of its deliveries is looked up for the rows shown, not for all.
const select = ({ columns, lateral }: Shape, condition: string, page: PageOf) => `
  SELECT ${columns} FROM (SELECT a.id FROM alert a WHERE ${condition} ${order(page)}) page
  JOIN alert a ON a.id = page.id LEFT JOIN "user" u ON u.id = a.assignee_id
  CROSS JOIN LATERAL (${lateral}) went ORDER BY a.number ${page.direction}`

async function sliceOf<R extends { number: number }>(
  sql: Sql,
  filter: AlertFilter,
  page: PageOf,
  shape: Shape,
): Promise<Slice<R>> {
  const whole = await rangeOf(sql, filter, page)
  const range = needsScan(filter, whole) ? firstPart(whole, page.direction) : whole
  const { text, values } = conditionOf(filter, range)
  const rows = await sql.rowsOnce<R>(select(shape, text, page), values)
  if (rows.length === page.limit) return { rows, next: rows.at(-1)?.number }
  const hasMore = range.from > whole.from || range.to < whole.to
  return { rows, next: hasMore ? (page.direction === 'desc' ? range.from : range.to) : undefined }
}

const firstPart = ({ from, to, ...rest }: Range, direction: PageOf['direction']): Range =>
  direction === 'desc'
    ? { ...rest, from: Math.max(from, to - SCANNED + 1), to }
    : { ...rest, from, to: Math.min(to, from + SCANNED - 1) }

async function idsIn(sql: Sql, filter: AlertFilter, range: Range, page: PageOf): Promise<string[]> {
  const { text, values } = conditionOf(filter, range)
  const rows = await sql.rowsOnce<{ id: string }>(`SELECT a.id::text FROM alert a WHERE ${text} ${order(page)}`, values)
  return rows.map(({ id }) => id)
}

// Times are turned into numbers, whose index gives the order as well; so are deliveries, where they are few.
async function rangeOf(sql: Sql, filter: AlertFilter, { after, upTo, downTo, direction }: PageOf): Promise<Range> {
  const [bounds] = await sql.rows<{ from: number; to: number }>(
    `SELECT coalesce(CASE WHEN $1::timestamptz IS NULL THEN (SELECT min(number) FROM alert)
         ELSE (SELECT number FROM alert WHERE accepted_at >= $1 ORDER BY accepted_at, number LIMIT 1) END, ${Number.MAX_SAFE_INTEGER})::float8 AS from,
       coalesce(CASE WHEN $2::timestamptz IS NULL THEN (SELECT max(number) FROM alert)
         ELSE (SELECT number FROM alert WHERE accepted_at <= $2 ORDER BY accepted_at DESC, number DESC LIMIT 1) END, 0)::float8 AS to`,
    [filter.acceptedFrom ?? null, filter.acceptedTo ?? null],
  )
  const { from, to } = bounds ?? { from: 1, to: 0 }
  const most = Math.min(to, upTo ?? to)
  const least = Math.max(from, downTo ?? from)
  return {
    from: direction === 'asc' && after !== undefined ? Math.max(least, after + 1) : least,
    to: direction === 'desc' && after !== undefined ? Math.min(most, after - 1) : most,
    ids: await idsOf(sql, filter),
  }
}

async function idsOf(sql: Sql, filter: AlertFilter): Promise<string[] | undefined> {
  const query = asksForDeliveries(filter) ? deliveredAlerts(filter, LISTED_IDS + 1) : undefined
  if (!query) return undefined
  const rows = await sql.rowsOnce<{ id: string }>(query.text, query.values)
  return rows.length > LISTED_IDS ? undefined : rows.map(({ id }) => id)
}
