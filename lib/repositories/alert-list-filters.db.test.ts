import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AlertFilter, NO_ALERT_FILTER } from '../domain/alert-filter'
import { insertAlert, insertDestination } from '../testing/alert-rows'
import { alertList } from './alert-list'
import { disconnect } from './db'
import { closeSql, sqlQuery } from './sql'

const destinations = { first: randomUUID(), second: randomUUID() }
const aDetection = () => `List.${randomUUID().slice(0, 8)}`
const page = (filter: Partial<AlertFilter>, limit = 50) =>
  sqlQuery((sql) => alertList.rows(sql, { ...NO_ALERT_FILTER, ...filter }, { limit, direction: 'desc' }))
const titles = async (filter: Partial<AlertFilter>) => (await page(filter)).rows.map(({ title }) => title)

beforeAll(async () => {
  await insertDestination(destinations.first)
  await insertDestination(destinations.second)
})
afterAll(async () => {
  await closeSql()
  await disconnect()
})

describe('a filter', () => {
  const mine = aDetection()
  beforeAll(async () => {
    await insertAlert(mine, { title: 'plain' })
    await insertAlert(mine, { title: 'critical', severity: 'CRITICAL' })
    await insertAlert(mine, { title: 'policy', type: 'POLICY' })
    await insertAlert(mine, { title: 'broken', type: 'RULE_ERROR' })
    await insertAlert(mine, { title: 'about us', type: 'SYSTEM_ERROR' })
    await insertAlert(mine, { title: 'resolved', status: 'RESOLVED' })
    await insertAlert(mine, { title: 'of two logs', logTypes: ['AWS.CloudTrail', 'Custom.Own'] })
    await insertAlert(mine, { title: 'Of Ada_100%', assigneeId: 'ada' })
    await insertAlert(mine, { title: 'noisy', quality: 'NOISE', contextTags: ['vip', 'eu'] })
    await insertAlert(mine, { title: 'many', eventCount: 40 })
    await insertAlert(mine, { title: 'nowhere', outcome: 'unrouted' })
    await insertAlert(mine, { title: 'delivered', deliveries: [{ to: destinations.first, state: 'delivered' }] })
    await insertAlert(mine, {
      title: 'failed',
      deliveries: [
        { to: destinations.first, state: 'failed' },
        { to: destinations.second, state: 'delivered' },
      ],
    })
    await insertAlert(mine, {
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
      await insertAlert(timed, { title: `at ${hour}`, acceptedAt: `2001-03-01T${hour}:00:00Z` })
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
    await insertAlert(mine, {
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
    const title = await insertAlert(mine)
    const [row] = (await page({ detectionId: mine })).rows
    const found = (text: string) => sqlQuery((sql) => alertList.byIdStart(sql, text, 8))
    expect(await found(row?.alertId.slice(0, 12).toUpperCase() ?? '')).toEqual([{ alertId: row?.alertId, title }])
    expect(await found('abc')).toEqual([])
    expect(await found("' OR true --")).toEqual([])
  })
})
