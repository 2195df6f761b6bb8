import type { DestinationListQuery } from '../contracts/destination'
import { DESTINATIONS_PER_PAGE } from '../domain/console'
import type { Destination } from '../domain/destination-record'
import type { Tx } from './db'
import { toDestination } from './destinations'
import { Prisma } from './generated/client'

/** What the destination's log says of how it fares. */
export type DestinationFare = {
  lastDelivery: { at: Date; isDelivered: boolean; isTest: boolean } | undefined
  failures24h: number
}

export type ListedDestination = { destination: Destination; fare: DestinationFare; detectionCount: number }

type Row = Parameters<typeof toDestination>[0] & {
  lastAt: Date | null
  lastState: string | null
  lastReason: string | null
  failures24h: number
  detectionCount: number
}

const COLUMNS = Prisma.sql`d.id::text AS id, d.type, d.display_name AS "displayName", d.severities, d.alert_types AS "alertTypes",
  d.log_types AS "logTypes", d.settings, d.target, d.is_paused AS "isPaused", d.paused_until AS "pausedUntil", d.delivery, d.version, d.created_at AS "createdAt", d.updated_at AS "updatedAt"`

const LAST = Prisma.sql`LEFT JOIN LATERAL (
  SELECT created_at, state, reason FROM delivery WHERE destination_id = d.id ORDER BY created_at DESC LIMIT 1) last ON true`

const FARE = Prisma.sql`last.created_at AS "lastAt", last.state AS "lastState", last.reason AS "lastReason",
  (SELECT count(*)::int FROM delivery f WHERE f.destination_id = d.id AND f.state = 'failed' AND f.created_at > now() - interval '24 hours') AS "failures24h",
  (SELECT count(*)::int FROM detection t WHERE t.overrides && ARRAY[d.id::text, d.display_name] OR t.literals && ARRAY[d.id::text, d.display_name]) AS "detectionCount"`

const isExplicitOnly = Prisma.sql`(cardinality(d.alert_types) = 0 OR (cardinality(d.severities) = 0 AND NOT 'SYSTEM_ERROR' = ANY(d.alert_types)))`

const HEALTH_CONDITIONS = {
  paused: Prisma.sql`d.is_paused`,
  delivering: Prisma.sql`NOT d.is_paused AND last.state = 'delivered'`,
  failing: Prisma.sql`NOT d.is_paused AND last.state = 'failed'`,
  'never-used': Prisma.sql`NOT d.is_paused AND last.state IS NULL`,
  'explicit-only': isExplicitOnly,
}

// By code unit, as routing lists them; a name is unique, so the order is total.
const SORT_KEYS = {
  name: Prisma.sql`d.display_name COLLATE "C"`,
  type: Prisma.sql`d.type`,
  updated: Prisma.sql`d.updated_at`,
  'last-delivery': Prisma.sql`last.created_at`,
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
  if (query.health.length > 0) {
    conditions.push(
      Prisma.sql`(${Prisma.join(
        query.health.map((health) => Prisma.sql`(${HEALTH_CONDITIONS[health]})`),
        ' OR ',
      )})`,
    )
  }
  return Prisma.join(conditions, ' AND ')
}

/** One page of destinations as filtered and sorted, with how many match. A deleted one is in no list. */
export async function listDestinationPage(
  tx: Tx,
  query: DestinationListQuery,
): Promise<{ items: ListedDestination[]; total: number; totalUnfiltered: number }> {
  const where = conditionsOf(query)
  const direction = query.order === 'desc' ? Prisma.sql`DESC NULLS LAST` : Prisma.sql`ASC NULLS LAST`
  const needsLast = query.health.length > 0 || query.sort === 'last-delivery'
  const from = needsLast ? Prisma.sql`destination d ${LAST}` : Prisma.sql`destination d`
  const [totals, rows] = await Promise.all([
    tx.$queryRaw<{ total: number; all: number }[]>`
      SELECT count(*) FILTER (WHERE ${where})::int AS total, count(*) FILTER (WHERE d.deleted_at IS NULL)::int AS all FROM ${from}`,
    // The page is cut first: what a row says of its log and its detections is looked up for the rows shown, not for all.
    tx.$queryRaw<Row[]>`
      WITH page AS (
        SELECT d.id, row_number() OVER (ORDER BY ${SORT_KEYS[query.sort]} ${direction}, d.display_name COLLATE "C") AS position
        FROM ${from} WHERE ${where} ORDER BY position
        LIMIT ${DESTINATIONS_PER_PAGE} OFFSET ${(query.page - 1) * DESTINATIONS_PER_PAGE})
      SELECT ${COLUMNS}, ${FARE} FROM page JOIN destination d USING (id) ${LAST} ORDER BY page.position`,
  ])
  return { items: rows.map(toListed), total: totals[0]?.total ?? 0, totalUnfiltered: totals[0]?.all ?? 0 }
}

/** One destination as the list shows it. */
export async function findListedDestination(tx: Tx, id: string): Promise<ListedDestination | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT ${COLUMNS}, ${FARE} FROM destination d ${LAST} WHERE d.id = ${id}::uuid AND d.deleted_at IS NULL`
  return row && toListed(row)
}

function toListed(row: Row): ListedDestination {
  return {
    destination: toDestination(row),
    fare: {
      lastDelivery: row.lastAt
        ? { at: row.lastAt, isDelivered: row.lastState === 'delivered', isTest: row.lastReason === 'test' }
        : undefined,
      failures24h: row.failures24h,
    },
    detectionCount: row.detectionCount,
  }
}
