import { afterAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { RedriveInput } from '../contracts/redrive'
import { uuidOf } from '../domain/alert-record'
import { disconnect } from '../repositories/db'
import { closeSql, sqlQuery } from '../repositories/sql'
import { aCaller } from '../testing/callers'
import { endDelivery, failedAt, sentBy, sentTo } from '../testing/ended-deliveries'
import { aWebhook } from '../testing/inputs'
import { createDestination } from './create-destination'
import { deleteDestination } from './delete-destination'
import { dispatchAlert } from './dispatch-alert'
import { previewRedrive } from './preview-redrive'
import { resendDelivery } from './resend-delivery'
import { startRedrive } from './start-redrive'
import { updateAlerts } from './update-alerts'

const caller = aCaller({ now: new Date() })
afterAll(async () => {
  await closeSql()
  await disconnect()
})

type Given = z.input<typeof RedriveInput>
const preview = (given: Given) => previewRedrive(caller, RedriveInput.parse(given))
const start = (given: Given) => startRedrive(caller, RedriveInput.parse(given))
const run = <T>(text: string, ...values: unknown[]) => sqlQuery((sql) => sql.rows<T>(text, values))
const leftOut = (given: Given) =>
  preview(given).then((figures) => Object.fromEntries(figures.leftOut.map(({ reason, count }) => [reason, count])))

async function newDestination() {
  const given = aWebhook({ severities: [] })
  return { id: (await createDestination(caller, given)).id, name: given.displayName }
}

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
