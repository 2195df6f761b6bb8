import type { DestinationListQuery } from '../contracts/destination'
import { DESTINATIONS_PER_PAGE, type DestinationHealth, UNFINISHED_COUNTED_MAX } from '../domain/console'
import type { Destination } from '../domain/destination-record'
import type { Tx } from './db'
import { toDestination } from './destinations'
import { Prisma } from './generated/client'

/** How a destination fares, by its lane, its queue and its last attempt. */
export type DestinationFare = {
  health: DestinationHealth
  since: Date | null
  reason: string | null
  probeAt: Date | null
  lastAttempt: { at: Date; isDelivered: boolean; isTest: boolean } | undefined
  failures24h: number
  /** Counted up to `UNFINISHED_COUNTED_MAX`. */
  unfinished: number
  oldestDueAt: Date | null
}

export type ListedDestination = { destination: Destination; fare: DestinationFare; detectionCount: number }

type Row = Parameters<typeof toDestination>[0] &
  Omit<DestinationFare, 'lastAttempt'> & {
    lastAt: Date | null
    isLastDelivered: boolean
    isLastTest: boolean
    detectionCount: number
  }

const COLUMNS = Prisma.sql`d.id::text AS id, d.type, d.display_name AS "displayName", d.severities, d.alert_types AS "alertTypes",
  d.log_types AS "logTypes", d.settings, d.target, d.is_paused AS "isPaused", d.paused_until AS "pausedUntil", d.delivery, d.version, d.created_at AS "createdAt", d.updated_at AS "updatedAt"`

const LANE = Prisma.sql`LEFT JOIN lane l ON l.destination_id = d.id LEFT JOIN LATERAL (
  SELECT delivery_id, started_at, outcome FROM attempt WHERE destination_id = d.id ORDER BY started_at DESC LIMIT 1) last ON true`

// A destination that sends nothing may have a long queue: whether any of it waits for a retry is looked up last.
const HEALTH = Prisma.sql`CASE
  WHEN l.fault IS NOT NULL THEN 'faulted'
  WHEN d.is_paused THEN 'paused'
  WHEN l.circuit_open_since IS NOT NULL THEN 'circuit-open'
  WHEN EXISTS (SELECT 1 FROM delivery w WHERE w.destination_id = d.id AND w.phase = 'open' AND w.state = 'waiting') THEN 'retrying'
  WHEN last.outcome = 'delivered' THEN 'delivering'
  WHEN last.outcome IS NOT NULL THEN 'failing'
  WHEN EXISTS (SELECT 1 FROM delivery w WHERE w.destination_id = d.id AND w.phase = 'open') THEN 'delivering'
  ELSE 'never-used' END`

const FARE = Prisma.sql`${HEALTH} AS health,
  CASE WHEN l.fault IS NOT NULL THEN l.fault_since
    WHEN d.is_paused THEN (SELECT max(r.at) FROM destination_revision r WHERE r.destination_id = d.id AND r.change = 'paused')
    ELSE l.circuit_open_since END AS since,
  coalesce(l.fault, l.circuit_reason) AS reason, l.probe_at AS "probeAt",
  last.started_at AS "lastAt", coalesce(last.outcome = 'delivered', false) AS "isLastDelivered",
  EXISTS (SELECT 1 FROM delivery t WHERE t.id = last.delivery_id AND t.reason = 'test') AS "isLastTest",
  (SELECT count(*)::int FROM delivery f WHERE f.destination_id = d.id AND f.phase = 'failed' AND f.failed_at > now() - interval '24 hours') AS "failures24h",
  (SELECT count(*)::int FROM (
    SELECT 1 FROM delivery u WHERE u.destination_id = d.id AND u.phase = 'open' LIMIT ${UNFINISHED_COUNTED_MAX}) open) AS unfinished,
  (SELECT min(u.due_at) FROM delivery u WHERE u.destination_id = d.id AND u.phase = 'open' AND u.due_at < now()) AS "oldestDueAt",
  (SELECT count(*)::int FROM detection t WHERE t.overrides && ARRAY[d.id::text, d.display_name] OR t.literals && ARRAY[d.id::text, d.display_name]) AS "detectionCount"`

const isExplicitOnly = Prisma.sql`(cardinality(d.alert_types) = 0 OR (cardinality(d.severities) = 0 AND NOT 'SYSTEM_ERROR' = ANY(d.alert_types)))`

function healthCondition(wanted: DestinationListQuery['health']): Prisma.Sql {
  const states = wanted.filter((health) => health !== 'explicit-only')
  const conditions = [
    ...(states.length > 0 ? [Prisma.sql`${HEALTH} = ANY(${states})`] : []),
    ...(states.length < wanted.length ? [isExplicitOnly] : []),
  ]
  return Prisma.sql`(${Prisma.join(conditions, ' OR ')})`
}

// By code unit, as routing lists them; a name is unique, so the order is total.
const SORT_KEYS = {
  name: Prisma.sql`d.display_name COLLATE "C"`,
  type: Prisma.sql`d.type`,
  updated: Prisma.sql`d.updated_at`,
  'last-delivery': Prisma.sql`last.started_at`,
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (character) => `\\${character}`)

function conditionsOf(query: DestinationListQuery): Prisma.Sql {
  const conditions = [Prisma.sql`d.deleted_at IS NULL`]
  if (query.q !== '') {
    const text = query.q.toLowerCase()
    conditions.push(Prisma.sql`(d.search_text LIKE ${`%${escapeLike(text)}%`} OR d.id::text = ${text})`)
  }
  if (query.type.length > 0) conditions.push(Prisma.sql`d.type = ANY(${query.type})`)
  if (query.severity.length > 0) conditions.push(Prisma.sql`d.severities && ${query.severity}::text[]`)
  if (query.health.length > 0) conditions.push(healthCondition(query.health))
  return Prisma.join(conditions, ' AND ')
}

/** One page of destinations as filtered and sorted, with how many match. A deleted one is in no list. */
export async function listDestinationPage(
  tx: Tx,
  query: DestinationListQuery,
): Promise<{ items: ListedDestination[]; total: number; totalUnfiltered: number }> {
  const where = conditionsOf(query)
  const direction = query.order === 'desc' ? Prisma.sql`DESC NULLS LAST` : Prisma.sql`ASC NULLS LAST`
  const needsLane = query.health.length > 0 || query.sort === 'last-delivery'
  const from = needsLane ? Prisma.sql`destination d ${LANE}` : Prisma.sql`destination d`
  const [totals, rows] = await Promise.all([
    tx.$queryRaw<{ total: number; all: number }[]>`
      SELECT count(*) FILTER (WHERE ${where})::int AS total, count(*) FILTER (WHERE d.deleted_at IS NULL)::int AS all FROM ${from}`,
    // The page is cut first: what a row says of its log and its detections is looked up for the rows shown, not for all.
    tx.$queryRaw<Row[]>`
      WITH page AS (
        SELECT d.id, row_number() OVER (ORDER BY ${SORT_KEYS[query.sort]} ${direction}, d.display_name COLLATE "C") AS position
        FROM ${from} WHERE ${where} ORDER BY position
        LIMIT ${DESTINATIONS_PER_PAGE} OFFSET ${(query.page - 1) * DESTINATIONS_PER_PAGE})
      SELECT ${COLUMNS}, ${FARE} FROM page JOIN destination d USING (id) ${LANE} ORDER BY page.position`,
  ])
  return { items: rows.map(toListed), total: totals[0]?.total ?? 0, totalUnfiltered: totals[0]?.all ?? 0 }
}

/** One destination as the list shows it. */
export async function findListedDestination(tx: Tx, id: string): Promise<ListedDestination | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT ${COLUMNS}, ${FARE} FROM destination d ${LANE} WHERE d.id = ${id}::uuid AND d.deleted_at IS NULL`
  return row && toListed(row)
}

function toListed(row: Row): ListedDestination {
  const { health, since, reason, probeAt, lastAt, failures24h, unfinished, oldestDueAt } = row
  return {
    destination: toDestination(row),
    fare: {
      health,
      since,
      reason,
      probeAt,
      lastAttempt: lastAt ? { at: lastAt, isDelivered: row.isLastDelivered, isTest: row.isLastTest } : undefined,
      failures24h,
      unfinished,
      oldestDueAt,
    },
    detectionCount: row.detectionCount,
  }
}
