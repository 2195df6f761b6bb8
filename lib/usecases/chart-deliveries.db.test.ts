import { afterAll, expect, test } from 'vitest'
import { disconnect } from '../repositories/db'
import { closeSql, sqlQuery } from '../repositories/sql'
import { aCaller } from '../testing/callers'
import { aWebhook } from '../testing/inputs'
import { chartDeliveries } from './chart-deliveries'
import { createDestination } from './create-destination'

const caller = aCaller({ now: new Date('2026-03-01T12:34:56Z') })
afterAll(async () => {
  await disconnect()
  await closeSql()
})

test('a chart counts each attempt once, in its bin, and tells how long they took', async () => {
  const { id } = await createDestination(caller, aWebhook())
  await sqlQuery((sql) =>
    sql.rows(
      `INSERT INTO attempt (delivery_id, number, destination_id, started_at, outcome, exchanges, total_ms)
       SELECT gen_random_uuid(), 1, $1::uuid, given.at::timestamptz, given.outcome, '[]', given.ms
       FROM (VALUES ('2026-03-01T12:00:00Z', 'delivered', 10), ('2026-03-01T12:34:00Z', 'delivered', 20),
         ('2026-03-01T12:20:00Z', 'rejected', 30), ('2026-03-01T11:59:59.999Z', 'retry', 1000),
         ('2026-02-28T13:00:00Z', 'delivered', 5), ('2026-02-28T12:59:59Z', 'delivered', 7)) AS given(at, outcome, ms)`,
      [id],
    ),
  )
  const { bins } = await chartDeliveries(caller, { id, span: '24h' })
  expect(bins).toHaveLength(24)
  expect(bins.at(-1)).toMatchObject({
    from: '2026-03-01T12:00:00.000Z',
    to: '2026-03-01T13:00:00.000Z',
    delivered: 2,
    notDelivered: 1,
    p50Ms: 20,
    p95Ms: expect.closeTo(29),
  })
  expect(bins.at(-2)).toMatchObject({ delivered: 0, notDelivered: 1, p50Ms: 1000 })
  expect(bins[0]).toMatchObject({ from: '2026-02-28T13:00:00.000Z', delivered: 1, notDelivered: 0, p50Ms: 5 })
  expect(bins[1]).toMatchObject({ delivered: 0, notDelivered: 0, p50Ms: null, p95Ms: null })
  const month = await chartDeliveries(caller, { id, span: '30d' })
  expect(month.bins).toHaveLength(30)
  expect(month.bins.reduce((sum, bin) => sum + bin.delivered + bin.notDelivered, 0)).toBe(6)
})
