import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AlertFilter, NO_ALERT_FILTER } from '../domain/alert-filter'
import type { AlertStatus } from '../domain/alert-record'
import type { AlertType } from '../domain/alert-type'
import type { DeliveryState } from '../domain/delivery'
import type { Severity } from '../domain/severity'
import { alertCounts } from './alert-counts'
import { alertList } from './alert-list'
import { disconnect } from './db'
import { closeSql, sqlQuery } from './sql'

type Seeded = {
  severity?: Severity
  type?: AlertType
  status?: AlertStatus
  logTypes?: string[]
  title?: string
  assigneeId?: string
  quality?: string
  contextTags?: string[]
  eventCount?: number
  acceptedAt?: string
  outcome?: 'routed' | 'unrouted'
  deliveries?: { to: string; state: DeliveryState; at?: string }[]
}

const destinations = { first: randomUUID(), second: randomUUID() }

async function aDestination(id: string) {
  await sqlQuery((sql) =>
    sql.rows(
      `INSERT INTO destination (id, type, display_name, severities, alert_types, log_types, settings, target, search_text)
       VALUES ($1::uuid, 'slack', $2, '{}', '{}', '{}', '{}', '', '')`,
      [id, `list ${id.slice(0, 8)}`],
    ),
  )
}

/** An alert of the detection, with its deliveries; answers with its title. */
async function anAlert(detectionId: string, seeded: Seeded = {}): Promise<string> {
  const id = randomUUID()
  const { title = `Alert ${id}`, acceptedAt = new Date().toISOString() } = seeded
  await sqlQuery(async (sql) => {
    await sql.rows(
      `INSERT INTO alert (id, accepted_at, origin, detection_id, detection_version, severity, type, log_types, title, name, description,
         runbook, reference, tags, context, created_at, status, assignee_id, quality, context_tags, event_count, overrides,
         configuration_version, outcome, destinations, faults)
       VALUES ($1::uuid, $2, 'api', $3, '', $4, $5, $6, $7, 'Named ' || $3, '', '', '', '{}', '{}', '', $8, $9, $10, $11, $12, '{}', 1, $13, '{}', '[]')`,
      [
        id,
        acceptedAt,
        detectionId,
        seeded.severity ?? 'HIGH',
        seeded.type ?? 'RULE',
        seeded.logTypes ?? ['Okta.SystemLog'],
        title,
        seeded.status ?? 'OPEN',
        seeded.assigneeId ?? null,
        seeded.quality ?? null,
        seeded.contextTags ?? null,
        seeded.eventCount ?? 1,
        seeded.outcome ?? 'routed',
      ],
    )
    for (const { to, state, at = acceptedAt } of seeded.deliveries ?? []) {
      await sql.rows(
        `INSERT INTO delivery (id, alert_id, destination_id, reason, state, severity, alert_type, actor_name, created_at, due_at)
         VALUES ($1::uuid, $2::uuid, $3::uuid, 'routed', $4, 'HIGH', 'RULE', 'Switchyard', $5, $5)`,
        [randomUUID(), id, to, state, at],
      )
    }
  })
  return title
}

const aDetection = () => `List.${randomUUID().slice(0, 8)}`
const page = (filter: Partial<AlertFilter>, limit = 50) =>
  sqlQuery((sql) => alertList.rows(sql, { ...NO_ALERT_FILTER, ...filter }, { limit, direction: 'desc' }))
const titles = async (filter: Partial<AlertFilter>) => (await page(filter)).rows.map(({ title }) => title)

beforeAll(async () => {
  await aDestination(destinations.first)
  await aDestination(destinations.second)
})
afterAll(async () => {
  await closeSql()
  await disconnect()
})

describe('a filter', () => {
  const mine = aDetection()
  beforeAll(async () => {
    await anAlert(mine, { title: 'plain' })
    await anAlert(mine, { title: 'critical', severity: 'CRITICAL' })
    await anAlert(mine, { title: 'policy', type: 'POLICY' })
    await anAlert(mine, { title: 'broken', type: 'RULE_ERROR' })
    await anAlert(mine, { title: 'about us', type: 'SYSTEM_ERROR' })
    await anAlert(mine, { title: 'resolved', status: 'RESOLVED' })
    await anAlert(mine, { title: 'of two logs', logTypes: ['AWS.CloudTrail', 'Custom.Own'] })
    await anAlert(mine, { title: 'Of Ada_100%', assigneeId: 'ada' })
    await anAlert(mine, { title: 'noisy', quality: 'NOISE', contextTags: ['vip', 'eu'] })
    await anAlert(mine, { title: 'many', eventCount: 40 })
    await anAlert(mine, { title: 'nowhere', outcome: 'unrouted' })
    await anAlert(mine, { title: 'delivered', deliveries: [{ to: destinations.first, state: 'delivered' }] })
    await anAlert(mine, {
      title: 'failed',
      deliveries: [
        { to: destinations.first, state: 'failed' },
        { to: destinations.second, state: 'delivered' },
      ],
    })
    await anAlert(mine, {
      title: 'made good',
      deliveries: [
        { to: destinations.first, state: 'failed', at: '2026-03-01T12:00:00Z' },
        { to: destinations.first, state: 'delivered', at: '2026-03-01T13:00:00Z' },
      ],
    })
  })

  test.each<[string, Partial<AlertFilter>, string[]]>([
    ['class', { class: 'DETECTION_ERROR' }, ['broken']],
    ['another class', { class: 'SYSTEM_ERROR' }, ['about us']],
    ['type', { types: ['POLICY'] }, ['policy']],
    ['severity', { severities: ['CRITICAL', 'LOW'] }, ['critical']],
    ['status', { statuses: ['RESOLVED', 'CLOSED'] }, ['resolved']],
    ['log type', { logTypes: ['Custom.Own'] }, ['of two logs']],
    ['assignee', { assignees: ['ada', 'grace'] }, ['Of Ada_100%']],
    ['quality', { qualities: ['NOISE'] }, ['noisy']],
    ['context tag', { contextTags: ['eu'] }, ['noisy']],
    ['number of events', { eventCountMin: 2, eventCountMax: 40 }, ['many']],
    ['unrouted', { isUnrouted: true }, ['nowhere']],
    ['text in any case', { text: 'of ADA' }, ['Of Ada_100%']],
    ['text as it is written', { text: '_100%' }, ['Of Ada_100%']],
    ['destination', { destinationId: destinations.second }, ['failed']],
    ['delivery state', { deliveryStates: ['failed'] }, ['failed']],
    ['delivery state at a destination', { destinationId: destinations.second, deliveryStates: ['failed'] }, []],
    ['several delivery states', { deliveryStates: ['failed', 'delivered'] }, ['made good', 'failed', 'delivered']],
    ['nothing there', { text: 'nothing is called this' }, []],
  ])('by %s', async (_, filter, expected) => {
    expect(await titles({ detectionId: mine, ...filter })).toEqual(expected)
  })

  test('by the name of the detection', async () => {
    expect((await titles({ text: `named ${mine}` })).length).toBe(14)
  })

  test('by nobody takes all that are assigned to nobody', async () => {
    const found = await titles({ detectionId: mine, assignees: ['unassigned'] })
    expect(found).toHaveLength(13)
    expect(found).not.toContain('Of Ada_100%')
    expect(await titles({ detectionId: mine, assignees: ['unassigned', 'ada'] })).toHaveLength(14)
  })

  test('by time takes both ends in, and none of an hour without any', async () => {
    const timed = aDetection()
    for (const hour of [10, 11, 12])
      await anAlert(timed, { title: `at ${hour}`, acceptedAt: `2001-03-01T${hour}:00:00Z` })
    const within = (from?: string, to?: string) =>
      titles({
        detectionId: timed,
        acceptedFrom: from ? new Date(from) : undefined,
        acceptedTo: to ? new Date(to) : undefined,
      })
    expect(await within('2001-03-01T11:00:00Z')).toEqual(['at 12', 'at 11'])
    expect(await within(undefined, '2001-03-01T11:00:00Z')).toEqual(['at 11', 'at 10'])
    expect(await within('2001-03-01T10:30:00Z', '2001-03-01T11:30:00Z')).toEqual(['at 11'])
    expect(await within('2001-03-01T12:00:01Z')).toEqual([])
    expect(await within(undefined, '2000-01-01T00:00:00Z')).toEqual([])
  })

  test('is text, never SQL', async () => {
    const words = `'); DROP TABLE alert; --`
    expect(
      await titles({ text: words, detectionId: words, logTypes: [words], assignees: [words], contextTags: [words] }),
    ).toEqual([])
  })
})

describe('a row', () => {
  test('says of each destination how its newest delivery fares, trouble before the rest', async () => {
    const mine = aDetection()
    await anAlert(mine, {
      deliveries: [
        { to: destinations.second, state: 'delivered' },
        { to: destinations.first, state: 'delivered', at: '2026-03-01T12:00:00Z' },
        { to: destinations.first, state: 'failed', at: '2026-03-01T13:00:00Z' },
      ],
    })
    const [row] = (await page({ detectionId: mine })).rows
    expect(row?.destinations.map(({ id, state }) => [id, state])).toEqual([
      [destinations.first, 'failed'],
      [destinations.second, 'delivered'],
    ])
    expect(row).toMatchObject({ destinationCount: 2, failedCount: 1 })
  })

  test('is found by the beginning of its id', async () => {
    const mine = aDetection()
    const title = await anAlert(mine)
    const [row] = (await page({ detectionId: mine })).rows
    const found = (text: string) => sqlQuery((sql) => alertList.byIdStart(sql, text, 8))
    expect(await found(row?.alertId.slice(0, 12).toUpperCase() ?? '')).toEqual([{ alertId: row?.alertId, title }])
    expect(await found('abc')).toEqual([])
    expect(await found("' OR true --")).toEqual([])
  })
})

describe('paging', () => {
  test.each(['desc', 'asc'] as const)('%s tells each once while others arrive', async (direction) => {
    const mine = aDetection()
    const first = await Promise.all(Array.from({ length: 23 }, () => anAlert(mine)))
    const upTo = await sqlQuery(alertList.newest)
    const read: string[] = []
    let after: number | undefined
    do {
      const slice = await sqlQuery((sql) =>
        alertList.rows(sql, { ...NO_ALERT_FILTER, detectionId: mine }, { limit: 5, direction, after, upTo }),
      )
      read.push(...slice.rows.map(({ title }) => title))
      after = slice.next
      await anAlert(mine)
    } while (after !== undefined)
    expect([...read].sort()).toEqual([...first].sort())
  })

  test('goes on from a short slice where looking at every alert would take long', async () => {
    const mine = aDetection()
    await anAlert(mine, { title: `${mine} far away` })
    await sqlQuery((sql) =>
      sql.rows(`SELECT setval(pg_get_serial_sequence('alert', 'number'), (SELECT max(number) FROM alert) + 120000)`),
    )
    await anAlert(mine, { title: `${mine} near` })
    const slices: string[][] = []
    let after: number | undefined
    do {
      const page = { limit: 5, direction: 'desc' as const, after }
      const slice = await sqlQuery((sql) => alertList.rows(sql, { ...NO_ALERT_FILTER, text: mine }, page))
      slices.push(slice.rows.map(({ title }) => title))
      after = slice.next
    } while (after !== undefined)
    expect(slices.slice(0, 3)).toEqual([[`${mine} near`], [], [`${mine} far away`]])
  })

  test('answers with alerts in order, for whoever wants them whole', async () => {
    const mine = aDetection()
    for (const title of ['one', 'two', 'three']) await anAlert(mine, { title })
    const filter = { ...NO_ALERT_FILTER, detectionId: mine }
    const read = (direction: 'asc' | 'desc', after?: number) =>
      sqlQuery((sql) => alertList.page(sql, filter, { limit: 2, direction, after }))
    const forward = await read('asc')
    expect(forward.map(({ title }) => title)).toEqual(['one', 'two'])
    expect((await read('asc', forward.at(-1)?.number)).map(({ title }) => title)).toEqual(['three'])
    expect((await read('desc')).map(({ title }) => title)).toEqual(['three', 'two'])
  })

  test('keeps what is shown up to date, and leaves out what no longer matches', async () => {
    const mine = aDetection()
    for (const title of ['one', 'two', 'three']) await anAlert(mine, { title })
    const { rows } = await page({ detectionId: mine })
    await sqlQuery((sql) =>
      sql.rows(`UPDATE alert SET status = 'RESOLVED' WHERE detection_id = $1 AND title = 'two'`, [mine]),
    )
    const filter: AlertFilter = { ...NO_ALERT_FILTER, detectionId: mine, statuses: ['OPEN'] }
    const again = await sqlQuery((sql) =>
      alertList.again(
        sql,
        filter,
        rows.map(({ number }) => number),
      ),
    )
    expect(again.map(({ title }) => title)).toEqual(['three', 'one'])
  })

  test('counts what came after, and no further than asked', async () => {
    const mine = aDetection()
    await anAlert(mine)
    const after = await sqlQuery(alertList.newest)
    for (const _ of [1, 2, 3]) await anAlert(mine)
    const filter = { ...NO_ALERT_FILTER, detectionId: mine }
    expect(await sqlQuery((sql) => alertList.countAfter(sql, filter, after, 100))).toBe(3)
    expect(await sqlQuery((sql) => alertList.countAfter(sql, filter, after, 2))).toBe(2)
  })
})

describe('an export', () => {
  test('holds all of an alert, and every delivery', async () => {
    const mine = aDetection()
    await anAlert(mine, {
      title: 'whole',
      deliveries: [
        { to: destinations.first, state: 'failed', at: '2026-03-01T12:00:00Z' },
        { to: destinations.first, state: 'delivered', at: '2026-03-01T13:00:00Z' },
      ],
    })
    const { rows } = await sqlQuery((sql) =>
      alertList.exported(sql, { ...NO_ALERT_FILTER, detectionId: mine }, { limit: 5, direction: 'desc' }),
    )
    expect(rows).toMatchObject([
      {
        title: 'whole',
        logTypes: ['Okta.SystemLog'],
        context: {},
        deliveries: [{ state: 'failed' }, { state: 'delivered' }],
      },
    ])
  })
})

describe('what waits for somebody', () => {
  test('is counted while it is open, and once an alert', async () => {
    const before = await sqlQuery(alertCounts.get)
    const mine = aDetection()
    const yesterday = new Date(Date.now() - 25 * 3_600_000).toISOString()
    await anAlert(mine, { outcome: 'unrouted' })
    await anAlert(mine, { outcome: 'unrouted', status: 'RESOLVED' })
    await anAlert(mine, {
      deliveries: [
        { to: destinations.first, state: 'failed' },
        { to: destinations.second, state: 'failed' },
      ],
    })
    await anAlert(mine, { status: 'CLOSED', deliveries: [{ to: destinations.first, state: 'failed' }] })
    await anAlert(mine, { deliveries: [{ to: destinations.first, state: 'queued', at: yesterday }] })
    await anAlert(mine, { deliveries: [{ to: destinations.first, state: 'queued' }] })
    await anAlert(mine, { type: 'SYSTEM_ERROR' })
    const after = await sqlQuery(alertCounts.get)
    expect({
      open: after.open.alerts - before.open.alerts,
      systemErrors: after.open['system-errors'] - before.open['system-errors'],
      unrouted: after.unrouted - before.unrouted,
      failed: after.failed - before.failed,
      held: after.held - before.held,
    }).toEqual({ open: 4, systemErrors: 1, unrouted: 1, failed: 1, held: 1 })
  })
})
