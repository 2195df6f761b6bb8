import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AlertFilter, NO_ALERT_FILTER } from '../domain/alert-filter'
import { insertAlert, insertDestination } from '../testing/alert-rows'
import { alertCounts } from './alert-counts'
import { alertList } from './alert-list'
import { disconnect } from './db'
import { closeSql, sqlQuery } from './sql'

const destinations = { first: randomUUID(), second: randomUUID() }
const aDetection = () => `List.${randomUUID().slice(0, 8)}`
const page = (filter: Partial<AlertFilter>, limit = 50) =>
  sqlQuery((sql) => alertList.rows(sql, { ...NO_ALERT_FILTER, ...filter }, { limit, direction: 'desc' }))

beforeAll(async () => {
  await insertDestination(destinations.first)
  await insertDestination(destinations.second)
})
afterAll(async () => {
  await closeSql()
  await disconnect()
})

describe('paging', () => {
  test.each(['desc', 'asc'] as const)('%s tells each once while others arrive', async (direction) => {
    const mine = aDetection()
    const first = await Promise.all(Array.from({ length: 23 }, () => insertAlert(mine)))
    const upTo = await sqlQuery(alertList.newest)
    const read: string[] = []
    let after: number | undefined
    do {
      const slice = await sqlQuery((sql) =>
        alertList.rows(sql, { ...NO_ALERT_FILTER, detectionId: mine }, { limit: 5, direction, after, upTo }),
      )
      read.push(...slice.rows.map(({ title }) => title))
      after = slice.next
      await insertAlert(mine)
    } while (after !== undefined)
    expect([...read].sort()).toEqual([...first].sort())
  })

  test('goes on from a short slice where looking at every alert would take long', async () => {
    const mine = aDetection()
    await insertAlert(mine, { title: `${mine} far away` })
    await sqlQuery((sql) =>
      sql.rows(`SELECT setval(pg_get_serial_sequence('alert', 'number'), (SELECT max(number) FROM alert) + 120000)`),
    )
    await insertAlert(mine, { title: `${mine} near` })
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
    for (const title of ['one', 'two', 'three']) await insertAlert(mine, { title })
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
    for (const title of ['one', 'two', 'three']) await insertAlert(mine, { title })
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
    await insertAlert(mine)
    const after = await sqlQuery(alertList.newest)
    for (const _ of [1, 2, 3]) await insertAlert(mine)
    const filter = { ...NO_ALERT_FILTER, detectionId: mine }
    expect(await sqlQuery((sql) => alertList.countAfter(sql, filter, after, 100))).toBe(3)
    expect(await sqlQuery((sql) => alertList.countAfter(sql, filter, after, 2))).toBe(2)
  })
})

describe('an export', () => {
  test('holds all of an alert, and every delivery', async () => {
    const mine = aDetection()
    await insertAlert(mine, {
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
    await insertAlert(mine, { outcome: 'unrouted' })
    await insertAlert(mine, { outcome: 'unrouted', status: 'RESOLVED' })
    await insertAlert(mine, {
      deliveries: [
        { to: destinations.first, state: 'failed' },
        { to: destinations.second, state: 'failed' },
      ],
    })
    await insertAlert(mine, { status: 'CLOSED', deliveries: [{ to: destinations.first, state: 'failed' }] })
    await insertAlert(mine, { deliveries: [{ to: destinations.first, state: 'queued', at: yesterday }] })
    await insertAlert(mine, { deliveries: [{ to: destinations.first, state: 'queued' }] })
    await insertAlert(mine, { type: 'SYSTEM_ERROR' })
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
