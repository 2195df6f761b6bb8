import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { alertIdOf, type NewAlert } from '../domain/alert-record'
import { disconnect } from '../repositories/db'
import { closeSql, sqlQuery, sqlTransaction } from '../repositories/sql'
import { aCaller } from '../testing/callers'
import { aWebhook } from '../testing/inputs'
import { createDestination } from '../usecases/create-destination'
import { accept } from './accept'
import { unknownDetection } from './detection-facts'

const LIMIT = 3
let destinationId: string
let detectionId: string

beforeAll(async () => {
  const caller = aCaller({ now: new Date() })
  destinationId = (await createDestination(caller, aWebhook({ displayName: `limiter-${randomUUID()}` }))).id
  await setLimit(LIMIT)
})
beforeEach(() => {
  detectionId = `Limited.${randomUUID()}`
})
afterAll(async () => {
  await setLimit(1000)
  await closeSql()
  await disconnect()
})

const setLimit = (limit: number) => sqlQuery((sql) => sql.rows('UPDATE workspace SET alert_limit = $1', [limit]))

function anAlert(more: Partial<NewAlert> = {}): NewAlert {
  return {
    ...unknownDetection(detectionId),
    detectionVersion: '0'.repeat(32),
    id: randomUUID(),
    origin: 'detection',
    detectionId,
    severity: 'HIGH',
    type: 'RULE',
    logTypes: [],
    title: 'One more',
    context: {},
    createdAt: null,
    dedup: null,
    dynamic: { returned: [destinationId] },
    overrides: [],
    systemError: null,
    ...more,
  }
}

const make = (...alerts: NewAlert[]) => sqlTransaction((sql) => accept(sql, alerts))
const makeMany = (count: number, more: Partial<NewAlert> = {}) =>
  make(...Array.from({ length: count }, () => anAlert(more)))

type Row = { id: string; title: string; severity: string; status: string; events: number; deliveries: number }

const madeAlerts = () =>
  sqlQuery((sql) =>
    sql.rows<Row>(
      `SELECT id::text, title, severity, status, event_count AS events,
         (SELECT count(*)::int FROM delivery d WHERE d.alert_id = alert.id) AS deliveries
       FROM alert WHERE detection_id = $1 ORDER BY number`,
      [detectionId],
    ),
  )

const errors = () =>
  sqlQuery((sql) =>
    sql.rows<{ title: string }>(`SELECT title FROM alert WHERE system_error->>'detectionId' = $1`, [detectionId]),
  )

describe('a detection within its limit', () => {
  test('makes alerts of their own and no error', async () => {
    await makeMany(LIMIT)
    expect((await madeAlerts()).map(({ title }) => title)).toEqual(['One more', 'One more', 'One more'])
    expect(await errors()).toEqual([])
  })
})

describe('beyond its limit', () => {
  test('further ones are counted in one open alert, which is delivered once, and one system error tells of it', async () => {
    await makeMany(LIMIT + 2)
    const accepted = await make(anAlert({ title: 'The last one', context: { user: 'ada' } }))
    const made = await madeAlerts()
    expect(made).toHaveLength(LIMIT + 1)
    const fold = made.at(-1)
    expect(fold).toMatchObject({ status: 'OPEN', events: 3, deliveries: 1 })
    expect(fold?.title).toMatch(/^More than 3 alerts in an hour: further ones of Limited\..* are counted here$/)
    expect(accepted).toMatchObject([{ alertId: fold?.id, joined: true }])
    expect((await errors()).map(({ title }) => title)).toEqual([`${detectionId} made more than 3 alerts in an hour`])
  })

  test('each is kept with its title and its context', async () => {
    await makeMany(LIMIT)
    await make(anAlert({ title: 'First beyond' }), anAlert({ title: 'Second beyond', context: { user: 'ada' } }))
    const fold = (await madeAlerts()).at(-1)
    const events = await sqlQuery((sql) =>
      sql.rows<{ event: unknown }>(
        `SELECT context AS event FROM alert WHERE id = $1::uuid
         UNION ALL (SELECT event FROM alert_event WHERE alert_id = $1::uuid ORDER BY number)`,
        [fold?.id],
      ),
    )
    expect(events.map(({ event }) => event)).toEqual([
      { title: 'First beyond', alertContext: {} },
      { title: 'Second beyond', alertContext: { user: 'ada' } },
    ])
  })

  test('one that joins an open alert by its own dedup is no further alert', async () => {
    await makeMany(LIMIT - 1)
    await makeMany(3, { dedup: 'host-1' })
    expect((await madeAlerts()).map(({ events }) => events)).toEqual([1, 1, 3])
    expect(await errors()).toEqual([])
  })

  test('an INFO detection’s are counted in one alert as well', async () => {
    await makeMany(LIMIT + 2, { severity: 'INFO' })
    expect((await madeAlerts()).at(-1)).toMatchObject({ severity: 'LOW', status: 'OPEN', events: 2 })
  })

  test('a fold that somebody resolved is followed by another, with no further system error', async () => {
    await makeMany(LIMIT + 1)
    await sqlQuery((sql) =>
      sql.rows(`UPDATE alert SET status = 'RESOLVED' WHERE detection_id = $1 AND dedup IS NOT NULL`, [detectionId]),
    )
    await makeMany(2)
    expect((await madeAlerts()).slice(LIMIT).map(({ status, events }) => [status, events])).toEqual([
      ['RESOLVED', 1],
      ['OPEN', 2],
    ])
    expect(await errors()).toHaveLength(1)
  })

  test('alerts are alerts of their own again an hour later', async () => {
    await makeMany(LIMIT + 1)
    await sqlQuery((sql) =>
      sql.rows(`UPDATE alert SET accepted_at = accepted_at - interval '61 minutes' WHERE detection_id = $1`, [
        detectionId,
      ]),
    )
    await makeMany(1)
    expect((await madeAlerts()).map(({ title }) => title).slice(-1)).toEqual(['One more'])
  })

  test('what is handed over is never counted in another, nor does it count', async () => {
    await makeMany(LIMIT + 2, { origin: 'api' })
    await makeMany(LIMIT)
    const made = await madeAlerts()
    expect(made).toHaveLength(2 * LIMIT + 2)
    expect(made.every(({ title }) => title === 'One more')).toBe(true)
  })

  test('processes that make alerts of one detection at the same time keep to one limit and one fold', async () => {
    await Promise.all(Array.from({ length: 5 }, () => makeMany(2)))
    const made = await madeAlerts()
    expect(made).toHaveLength(LIMIT + 1)
    expect(made.at(-1)?.events).toBe(10 - LIMIT)
    expect(await errors()).toHaveLength(1)
  })
})

test('an alert’s id is its fold’s when it was folded', async () => {
  const accepted = await makeMany(LIMIT + 2)
  const [first, second] = accepted.slice(LIMIT)
  expect(first && alertIdOf(first.alertId)).toBe(second && alertIdOf(second.alertId))
})
