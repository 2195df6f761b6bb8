import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { uuidOf } from '../domain/alert-record'
import { aCaller } from '../testing/callers'
import { aWebhook } from '../testing/inputs'
import { acceptAlerts } from '../usecases/accept-alerts'
import { createDestination } from '../usecases/create-destination'
import { disconnect } from './db'
import { type Place, retention } from './retention'
import { closeSql, sqlQuery, sqlTransaction } from './sql'

const caller = aCaller({ now: new Date() })
let destinationId: string

beforeAll(async () => {
  destinationId = (await createDestination(caller, aWebhook({ displayName: `retention-${randomUUID()}` }))).id
})
beforeEach(() => setRetention(30))
afterAll(async () => {
  await setRetention(30)
  await closeSql()
  await disconnect()
})

const setRetention = (days: number) => sqlQuery((sql) => sql.rows('UPDATE workspace SET retention_days = $1', [days]))

type Given = { state?: string; days: number }

/** An alert with two events and a delivery with one attempt, all of them so many days old. */
async function anAlert({ state = 'delivered', days }: Given): Promise<string> {
  const dedup = randomUUID()
  const item = {
    detectionId: 'Retention',
    type: 'RULE',
    severity: 'LOW',
    title: 'One',
    alertContext: { user: 'canary' },
  }
  const { results } = await acceptAlerts(caller, {
    items: [1, 2].map(() => ({ ...item, dedup, destinations: [destinationId] })),
    isAtomic: true,
  })
  const [first] = results
  if (!first || !('alertId' in first)) throw new Error('It was not accepted.')
  const id = uuidOf(first.alertId)
  await sqlQuery(async (sql) => {
    await sql.rows(
      `UPDATE alert SET accepted_at = now() - make_interval(days => $2), last_event_at = now() - make_interval(days => $2)
       WHERE id = $1::uuid`,
      [id, days],
    )
    await sql.rows(
      `UPDATE delivery SET state = $2, changed_at = now() - make_interval(days => $3),
         failed_at = CASE WHEN $2 = 'failed' THEN now() - make_interval(days => $3) END WHERE alert_id = $1::uuid`,
      [id, state, days],
    )
    await sql.rows(
      `INSERT INTO attempt (delivery_id, number, destination_id, started_at, outcome, exchanges, total_ms)
       SELECT id, 1, destination_id, now(), 'delivered', '[{"requestBody": "canary"}]', 1 FROM delivery WHERE alert_id = $1::uuid`,
      [id],
    )
  })
  return id
}

/** What is left of an alert's payload, wherever it was. */
async function canaries(id: string): Promise<string[]> {
  const rows = await sqlQuery((sql) =>
    sql.rows<{ place: string }>(
      `SELECT 'context' AS place FROM alert WHERE id = $1::uuid AND context::text LIKE '%canary%'
       UNION ALL SELECT 'event' FROM alert_event WHERE alert_id = $1::uuid
       UNION ALL SELECT 'exchange' FROM attempt JOIN delivery d ON d.id = delivery_id
         WHERE d.alert_id = $1::uuid AND exchanges::text LIKE '%canary%'`,
      [id],
    ),
  )
  return rows.map(({ place }) => place)
}

const ALL = ['context', 'event', 'exchange']

/** Empties everything that is old, a few alerts at a time. */
async function emptyAll(most = 100): Promise<void> {
  let after: Place | undefined
  do {
    const from: Place | undefined = after
    after = (await sqlTransaction((sql) => retention.emptyAlerts(sql, { after: from, most }))).last
  } while (after)
}

describe('payloads', () => {
  test.each<[string, Given, string[]]>([
    ['of an alert past its days are taken', { days: 31 }, []],
    ['within them stay', { days: 29 }, ALL],
    ['of a cancelled delivery are taken', { days: 31, state: 'cancelled' }, []],
    ['of a failed delivery are kept for 90 days', { days: 89, state: 'failed' }, ALL],
    ['of a failed delivery are taken after that', { days: 91, state: 'failed' }, []],
    ['of a waiting delivery are never taken', { days: 400, state: 'waiting' }, ALL],
    ['of a queued delivery are never taken', { days: 400, state: 'queued' }, ALL],
  ])('%s', async (_name, given, left) => {
    const id = await anAlert(given)
    await emptyAll()
    expect(await canaries(id)).toEqual(left)
  })

  test('of an old alert that had a further event lately stay', async () => {
    const id = await anAlert({ days: 31 })
    await sqlQuery((sql) => sql.rows('UPDATE alert SET last_event_at = now() WHERE id = $1::uuid', [id]))
    await emptyAll()
    expect(await canaries(id)).toEqual(ALL)
  })

  test('of a delivery that was sent again lately stay', async () => {
    const id = await anAlert({ days: 31 })
    await sqlQuery((sql) => sql.rows('UPDATE delivery SET changed_at = now() WHERE alert_id = $1::uuid', [id]))
    await emptyAll()
    expect(await canaries(id)).toEqual(ALL)
  })

  test('follow the days that the workspace states, beyond 90 for failed ones as well', async () => {
    await setRetention(200)
    const [delivered, failed] = [await anAlert({ days: 199 }), await anAlert({ days: 199, state: 'failed' })]
    await emptyAll()
    expect([await canaries(delivered), await canaries(failed)]).toEqual([ALL, ALL])
    await setRetention(100)
    await emptyAll()
    expect([await canaries(delivered), await canaries(failed)]).toEqual([[], []])
  })

  test('are taken past what is kept, batch after batch', async () => {
    const kept = [await anAlert({ days: 31, state: 'waiting' }), await anAlert({ days: 31, state: 'waiting' })]
    const old = [await anAlert({ days: 31 }), await anAlert({ days: 31 })]
    await emptyAll(1)
    expect(await Promise.all(kept.map(canaries))).toEqual([ALL, ALL])
    expect(await Promise.all(old.map(canaries))).toEqual([[], []])
  })

  test('once taken, nothing joins their alert any more', async () => {
    const id = await anAlert({ days: 31 })
    await emptyAll()
    const [alert] = await sqlQuery((sql) =>
      sql.rows<{ dedup: string; status: string }>('SELECT dedup, status FROM alert WHERE id = $1::uuid', [id]),
    )
    expect(alert?.status).toBe('OPEN')
    const again = { detectionId: 'Retention', type: 'RULE', severity: 'LOW', title: 'One', dedup: alert?.dedup }
    expect(await acceptAlerts(caller, { items: [again], isAtomic: true })).toMatchObject({
      results: [{ joined: false }],
    })
  })

  test('leave the record of what happened', async () => {
    const id = await anAlert({ days: 31 })
    await emptyAll()
    const [record] = await sqlQuery((sql) =>
      sql.rows(
        `SELECT a.title, a.event_count AS events, a.payload_removed_at IS NOT NULL AS "isEmptied", d.state, t.outcome
         FROM alert a JOIN delivery d ON d.alert_id = a.id JOIN attempt t ON t.delivery_id = d.id WHERE a.id = $1::uuid`,
        [id],
      ),
    )
    expect(record).toEqual({ title: 'One', events: 2, isEmptied: true, state: 'delivered', outcome: 'delivered' })
  })
})

test('one at a time removes', async () => {
  const first = Promise.withResolvers<boolean>()
  const end = Promise.withResolvers<void>()
  const open = sqlTransaction(async (sql) => {
    first.resolve(await retention.tryLock(sql))
    await end.promise
  })
  expect(await first.promise).toBe(true)
  expect(await sqlTransaction((sql) => retention.tryLock(sql))).toBe(false)
  end.resolve()
  await open
  expect(await sqlTransaction((sql) => retention.tryLock(sql))).toBe(true)
})

test('old tests go whole, others stay', async () => {
  const insert = async (days: number) => {
    const id = randomUUID()
    await sqlQuery(async (sql) => {
      await sql.rows(
        `INSERT INTO delivery (id, destination_id, reason, state, severity, alert_type, actor_name, created_at)
         VALUES ($1::uuid, $2::uuid, 'test', 'delivered', 'INFO', 'RULE', 'Ada', now() - make_interval(days => $3))`,
        [id, destinationId, days],
      )
      await sql.rows(
        `INSERT INTO attempt (delivery_id, number, destination_id, started_at, outcome, exchanges, total_ms)
         VALUES ($1::uuid, 1, $2::uuid, now(), 'delivered', '[]', 1)`,
        [id, destinationId],
      )
    })
    return id
  }
  const [old, recent] = [await insert(31), await insert(29)]
  await sqlTransaction((sql) => retention.removeTests(sql, 100))
  const left = await sqlQuery((sql) =>
    sql.rows<{ id: string }>(
      `SELECT delivery_id::text AS id FROM attempt WHERE delivery_id = ANY($1::uuid[])
       UNION ALL SELECT id::text FROM delivery WHERE id = ANY($1::uuid[])`,
      [[old, recent]],
    ),
  )
  expect(left.map(({ id }) => id)).toEqual([recent, recent])
})

test('an answer to a repeated request is kept for 24 hours', async () => {
  const tokenId = randomUUID()
  const insert = (key: string, hours: number) =>
    sqlQuery((sql) =>
      sql.rows(
        `INSERT INTO idempotency (token_id, method, path, key, body_hash, status, answer, created_at)
         VALUES ($1::uuid, 'POST', '/v1/alerts', $2, '', 200, '{}', now() - make_interval(hours => $3))`,
        [tokenId, key, hours],
      ),
    )
  await insert('old', 25)
  await insert('recent', 23)
  await sqlTransaction((sql) => retention.removeAnswers(sql, 100))
  const left = await sqlQuery((sql) =>
    sql.rows<{ key: string }>('SELECT key FROM idempotency WHERE token_id = $1::uuid', [tokenId]),
  )
  expect(left.map(({ key }) => key)).toEqual(['recent'])
})
