import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { RedriveInput } from '../contracts/redrive'
import { disconnect } from '../repositories/db'
import { closeSql, sqlQuery } from '../repositories/sql'
import { acceptedAlerts } from '../testing/accepted-alerts'
import { aCaller } from '../testing/callers'
import { deliveryOf, endDelivery, failedAt, sentBy } from '../testing/ended-deliveries'
import { aWebhook } from '../testing/inputs'
import { cancelRedrive } from './cancel-redrive'
import { createDestination } from './create-destination'
import { getRedrive } from './get-redrive'
import { listRedrives } from './list-redrives'
import { pauseDestination } from './pause-destination'
import { previewRedrive } from './preview-redrive'
import { resendDelivery } from './resend-delivery'
import { startRedrive } from './start-redrive'
import { updateAlerts } from './update-alerts'

const caller = aCaller({ now: new Date() })
const analyst = aCaller({ role: 'AnalystReadOnly' })
afterAll(async () => {
  await closeSql()
  await disconnect()
})

type Given = z.input<typeof RedriveInput>
const preview = (given: Given) => previewRedrive(caller, RedriveInput.parse(given))
const start = (given: Given) => startRedrive(caller, RedriveInput.parse(given))
const run = <T>(text: string, ...values: unknown[]) => sqlQuery((sql) => sql.rows<T>(text, values))

async function newDestination() {
  const given = aWebhook({ severities: [] })
  return { id: (await createDestination(caller, given)).id, name: given.displayName }
}

describe('a redrive', () => {
  test('sends each failed delivery again as a new one that names it, with who did it', async () => {
    const { id, name } = await newDestination()
    const [one, other] = [await failedAt(id, { severity: 'LOW' }), await failedAt(id)]
    const started = await start({ destinationIds: [id] })
    expect(started).toMatchObject({
      count: 2,
      destinations: [{ id, displayName: name, type: 'custom-webhook', count: 2, isHeld: false }],
      destinationCount: 1,
      leftOut: [],
      seconds: 0,
    })
    const sent = await sentBy(started.id)
    expect(new Set(sent.map(({ resentFrom }) => resentFrom))).toEqual(new Set([one.deliveryId, other.deliveryId]))
    const [again] = await run<{ id: string }>(
      'SELECT id::text FROM delivery WHERE resent_from = $1::uuid',
      one.deliveryId,
    )
    expect(await deliveryOf(again?.id ?? '')).toMatchObject({
      alert: { alertId: one.alertId },
      reason: 'redriven',
      state: 'queued',
      severity: 'LOW',
      actorName: 'Ada',
    })
    expect((await deliveryOf(one.deliveryId)).state).toBe('failed')
  })

  test('started twice at once sends nothing twice', async () => {
    const { id } = await newDestination()
    for (let index = 0; index < 5; index++) await failedAt(id)
    const [failed] = [await failedAt(id)]
    const started = await Promise.all([
      ...Array.from({ length: 3 }, () => start({ destinationIds: [id] })),
      resendDelivery(caller, { id: failed.deliveryId }).catch(() => undefined),
    ])
    expect(started.filter((each) => each && 'leftOut' in each && each.id !== null)).toHaveLength(1)
    const [row] = await run(
      'SELECT count(*)::int AS count FROM delivery WHERE destination_id = $1::uuid AND phase = $2',
      id,
      'open',
    )
    expect(row).toEqual({ count: 6 })
  })

  test('holds its pace at each destination by itself, the oldest alert first', async () => {
    const [one, other] = [await newDestination(), await newDestination()]
    const alerts = []
    for (let index = 0; index < 3; index++) alerts.push(await failedAt(one.id))
    await failedAt(other.id)
    const started = await start({ destinationIds: [one.id, other.id], perMinute: 20 })
    expect(started).toMatchObject({ count: 4, seconds: 6 })
    const sent = await sentBy(started.id)
    const toOne = sent.filter(({ destinationId }) => destinationId === one.id)
    expect(toOne.map(({ alertId, dueMs }) => [alertId, dueMs])).toEqual(
      alerts.map(({ alertId }, place) => [alertId, place * 3_000]),
    )
    expect(sent.filter(({ destinationId }) => destinationId === other.id)).toMatchObject([{ dueMs: 0 }])
  })

  test('tells how far it is, and cancels what is not sent yet', async () => {
    const { id } = await newDestination()
    for (let index = 0; index < 4; index++) await failedAt(id)
    const redriveId = (await start({ destinationIds: [id], perMinute: 1 })).id ?? ''
    const [first, second] = await run<{ id: string }>(
      'SELECT id::text FROM delivery WHERE redrive_id = $1::uuid ORDER BY due_at',
      redriveId,
    )
    await endDelivery(first?.id ?? '', 'delivered')
    await run(`UPDATE delivery SET state = 'sending', attempts_made = 1 WHERE id = $1::uuid`, second?.id)
    await pauseDestination(caller, { id })
    expect(await getRedrive(caller, { id: redriveId })).toMatchObject({
      total: 4,
      perMinute: 1,
      actorName: 'Ada',
      delivered: 1,
      retrying: 1,
      pending: 2,
      held: 2,
      endsAt: expect.any(String),
    })
    expect((await listRedrives(caller)).map((each) => each.id)).toContain(redriveId)
    expect(await cancelRedrive(caller, { id: redriveId })).toEqual({ cancelled: 2 })
    expect(await cancelRedrive(caller, { id: redriveId })).toEqual({ cancelled: 0 })
    expect(await getRedrive(caller, { id: redriveId })).toMatchObject({
      delivered: 1,
      cancelled: 2,
      retrying: 1,
      held: 0,
    })
    await endDelivery(second?.id ?? '', 'delivered')
    expect((await listRedrives(caller)).map((each) => each.id)).not.toContain(redriveId)
  })

  test('of nothing begins nothing, and one that is not there is not found', async () => {
    const { id } = await newDestination()
    expect(await start({ destinationIds: [id] })).toMatchObject({ id: null, count: 0, oldestAt: null, seconds: 0 })
    await expect(getRedrive(caller, { id: randomUUID() })).rejects.toMatchObject({ code: 'not-found' })
    await expect(cancelRedrive(caller, { id: randomUUID() })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is for those who may send alerts, a dry run included', async () => {
    for (const usecase of [previewRedrive, startRedrive]) {
      await expect(usecase(analyst, RedriveInput.parse({}))).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(cancelRedrive(analyst, { id: randomUUID() })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

test('a dry run says what a start then sends, whatever the ledger holds', async () => {
  // A small generator of its own, so that a failure can be run again.
  let seed = 20_261_124
  const upTo = (count: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * count)
  }
  const ends = ['delivered', 'failed', 'failed', 'failed', 'cancelled'] as const
  for (let round = 0; round < 8; round++) {
    const ids = [(await newDestination()).id, (await newDestination()).id, (await newDestination()).id]
    const severities = ['INFO', 'LOW', 'HIGH'] as const
    const alertIds = await acceptedAlerts(
      ...Array.from({ length: 12 }, () => ({ destinations: ids, severity: severities[upTo(3)] })),
    )
    for (let pass = 0; pass < 3; pass++) {
      const ended = await run<{ id: string }>(
        `SELECT id::text FROM delivery WHERE destination_id = ANY($1::uuid[]) AND phase = 'open' ORDER BY alert_id, destination_id`,
        ids,
      )
      for (const { id } of ended) if (upTo(4) > 0) await endDelivery(id, ends[upTo(ends.length)] ?? 'failed')
      for (const { id } of ended) if (upTo(3) === 0) await resendDelivery(caller, { id }).catch(() => undefined)
    }
    for (const id of alertIds) {
      if (upTo(4) === 0) await updateAlerts(caller, { ids: [id], status: upTo(2) ? 'RESOLVED' : 'CLOSED' })
    }
    const given: Given = {
      destinationIds: ids,
      states: upTo(2) ? ['failed'] : ['failed', 'cancelled'],
      severities: upTo(2) ? [] : ['LOW', 'HIGH'],
      skipsClosed: upTo(2) === 0,
      perMinute: upTo(2) ? null : 30,
    }
    const [before, after] = [await preview(given), await start(given)]
    const sent = await sentBy(after.id)
    expect({ ...after, id: null }).toEqual(before)
    expect(sent).toHaveLength(before.count)
    const pairs = sent.map(({ alertId, destinationId }) => `${alertId} ${destinationId}`)
    expect(new Set(pairs).size).toBe(pairs.length)
    expect(await start(given)).toMatchObject({ id: null, count: 0 })
  }
})
