import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { RedriveInput } from '../contracts/redrive'
import { uuidOf } from '../domain/alert-record'
import { disconnect } from '../repositories/db'
import { closeSql, sqlQuery } from '../repositories/sql'
import { acceptedAlerts } from '../testing/accepted-alerts'
import { aCaller } from '../testing/callers'
import { deliveryOf, endDelivery, sentTo } from '../testing/ended-deliveries'
import { aWebhook } from '../testing/inputs'
import { cancelRedrive } from './cancel-redrive'
import { createDestination } from './create-destination'
import { deleteDestination } from './delete-destination'
import { dispatchAlert } from './dispatch-alert'
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
const input = (given: Given) => RedriveInput.parse(given)
const preview = (given: Given) => previewRedrive(caller, input(given))
const start = (given: Given) => startRedrive(caller, input(given))
const run = <T>(text: string, ...values: unknown[]) => sqlQuery((sql) => sql.rows<T>(text, values))
const leftOut = (given: Given) =>
  preview(given).then((figures) => Object.fromEntries(figures.leftOut.map(({ reason, count }) => [reason, count])))

async function newDestination() {
  const given = aWebhook({ severities: [] })
  return { id: (await createDestination(caller, given)).id, name: given.displayName }
}

/** An alert whose delivery to the destination failed. */
async function failedAt(destinationId: string, alert: object = {}, at: Date | null = null) {
  const sent = await sentTo(destinationId, alert)
  await endDelivery(sent.deliveryId, 'failed', at)
  return sent
}

const sentBy = (redriveId: string | null) =>
  run<{ alertId: string; destinationId: string; resentFrom: string; dueMs: number }>(
    `SELECT replace(alert_id::text, '-', '') AS "alertId", destination_id::text AS "destinationId", resent_from::text AS "resentFrom",
       (extract(epoch FROM due_at - created_at) * 1000)::float8 AS "dueMs"
     FROM delivery WHERE redrive_id = $1::uuid ORDER BY due_at, id`,
    redriveId,
  )

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
      await expect(usecase(analyst, input({}))).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(cancelRedrive(analyst, { id: randomUUID() })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('the filter', () => {
  test('takes failed ones, cancelled ones, or both', async () => {
    const { id } = await newDestination()
    await failedAt(id)
    const { deliveryId } = await sentTo(id)
    await endDelivery(deliveryId, 'cancelled')
    await endDelivery((await sentTo(id)).deliveryId, 'delivered')
    const counts = [['failed'], ['cancelled'], ['failed', 'cancelled']] as const
    const found = await Promise.all(counts.map((states) => preview({ destinationIds: [id], states: [...states] })))
    expect(found.map(({ count }) => count)).toEqual([1, 1, 2])
  })

  test('goes by when it ended, by detection, severity and alert', async () => {
    const { id } = await newDestination()
    const at = (hour: number) => new Date(`2026-03-01T0${hour}:00:00Z`)
    const [early] = [await failedAt(id, { severity: 'LOW' }, at(1)), await failedAt(id, {}, at(2))]
    await failedAt(id, { detectionId: 'Rule.Other' }, at(3))
    const count = async (given: Given) => (await preview({ destinationIds: [id], ...given })).count
    expect(await count({ from: '2026-03-01T02:00:00Z' })).toBe(2)
    expect(await count({ to: '2026-03-01T02:00:00Z' })).toBe(2)
    expect(await count({ from: '2026-03-01T01:30:00Z', to: '2026-03-01T02:30:00Z' })).toBe(1)
    expect(await count({ detectionId: 'Rule.Other' })).toBe(1)
    expect(await count({ severities: ['LOW', 'INFO'] })).toBe(1)
    expect(await count({ alertIds: [early.alertId] })).toBe(1)
    await expect(count({ alertIds: ['no-id'] })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('left out', () => {
  test('is an alert that somebody closed, unless asked for; an INFO alert is not closed by being born so', async () => {
    const { id } = await newDestination()
    const [resolved, invalid, triaged] = [await failedAt(id), await failedAt(id), await failedAt(id)]
    await failedAt(id, { severity: 'INFO' })
    const info = await failedAt(id, { severity: 'INFO' })
    await updateAlerts(caller, { ids: [resolved.alertId], status: 'RESOLVED' })
    await updateAlerts(caller, { ids: [invalid.alertId], status: 'CLOSED' })
    await updateAlerts(caller, { ids: [triaged.alertId, info.alertId], status: 'TRIAGED' })
    await updateAlerts(caller, { ids: [info.alertId], status: 'RESOLVED' })
    expect(await preview({ destinationIds: [id] })).toMatchObject({
      count: 2,
      leftOut: [{ reason: 'closed', count: 3 }],
    })
    expect(await preview({ destinationIds: [id], skipsClosed: false })).toMatchObject({ count: 5, leftOut: [] })
  })

  test('is an alert that is older than asked for', async () => {
    const { id } = await newDestination()
    const old = await failedAt(id)
    await failedAt(id)
    await run(`UPDATE alert SET accepted_at = now() - interval '5 hours' WHERE id = $1::uuid`, uuidOf(old.alertId))
    expect(await leftOut({ destinationIds: [id], maxAgeHours: 4 })).toEqual({ 'too-old': 1 })
    expect(await preview({ destinationIds: [id], maxAgeHours: 6 })).toMatchObject({ count: 2, leftOut: [] })
  })

  test('is what a later delivery of the same alert to the same destination stands for', async () => {
    const { id } = await newDestination()
    const { deliveryId, alertId } = await failedAt(id)
    const second = await resendDelivery(caller, { id: deliveryId })
    expect(await leftOut({ destinationIds: [id] })).toEqual({ 'under-way': 1 })
    await endDelivery(second.id, 'failed')
    expect(await leftOut({ destinationIds: [id] })).toEqual({ repeated: 1 })
    const third = await resendDelivery(caller, { id: deliveryId })
    await endDelivery(third.id, 'delivered')
    expect(await leftOut({ destinationIds: [id] })).toEqual({ delivered: 2 })
    const fourth = await dispatchAlert(caller, { alertId, destinationId: id })
    await endDelivery(fourth.id, 'failed')
    expect(await preview({ destinationIds: [id] })).toMatchObject({
      count: 1,
      leftOut: [{ reason: 'delivered', count: 2 }],
    })
    expect((await sentBy((await start({ destinationIds: [id] })).id))[0]?.resentFrom).toBe(fourth.id)
  })

  test('is what was cancelled since by a person, though only failed ones are asked for', async () => {
    const { id } = await newDestination()
    const { deliveryId } = await failedAt(id)
    await endDelivery((await resendDelivery(caller, { id: deliveryId })).id, 'cancelled')
    expect(await leftOut({ destinationIds: [id] })).toEqual({ repeated: 1 })
  })

  test('is what an earlier delivery brought after this one failed', async () => {
    const { id } = await newDestination()
    const { alertId, deliveryId } = await sentTo(id)
    await run(
      `INSERT INTO delivery (id, alert_id, destination_id, reason, state, severity, alert_type, actor_name, changed_at, failed_at)
       VALUES (gen_random_uuid(), $1::uuid, $2::uuid, 'fallback', 'failed', 'HIGH', 'RULE', 'Switchyard', now(), now())`,
      uuidOf(alertId),
      id,
    )
    expect(await leftOut({ destinationIds: [id] })).toEqual({ 'under-way': 1 })
    await endDelivery(deliveryId, 'delivered', new Date(Date.now() + 1_000))
    expect(await leftOut({ destinationIds: [id] })).toEqual({ delivered: 1 })
  })

  test('is what has no destination or no content any more', async () => {
    const [gone, here] = [await newDestination(), await newDestination()]
    await failedAt(gone.id)
    const emptied = await failedAt(here.id)
    await run('UPDATE alert SET payload_removed_at = now() WHERE id = $1::uuid', uuidOf(emptied.alertId))
    await deleteDestination(caller, { id: gone.id, version: 1, confirmation: gone.name })
    expect(await leftOut({ destinationIds: [gone.id, here.id] })).toEqual({ 'deleted-destination': 1, emptied: 1 })
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
