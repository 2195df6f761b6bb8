import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { alertIdOf, uuidOf } from '../domain/alert-record'
import { disconnect, query } from '../repositories/db'
import { closeSql, sqlQuery } from '../repositories/sql'
import { workspace } from '../repositories/workspace'
import { aCaller } from '../testing/callers'
import { deliveryOf, endDelivery, sentTo } from '../testing/ended-deliveries'
import { aWebhook } from '../testing/inputs'
import { cancelDelivery } from './cancel-delivery'
import { createDestination } from './create-destination'
import { deleteDestination } from './delete-destination'
import { dispatchAlert } from './dispatch-alert'
import { explainAlert } from './explain-alert'
import { resendDelivery } from './resend-delivery'

const caller = aCaller()
const analyst = aCaller({ role: 'AnalystReadOnly' })
const newDestination = async () => (await createDestination(caller, aWebhook({ severities: [] }))).id
const run = (text: string, ...values: unknown[]) => sqlQuery((sql) => sql.rows(text, values))
afterAll(async () => {
  await closeSql()
  await disconnect()
})

describe('a re-send', () => {
  test.each(['delivered', 'failed', 'cancelled'] as const)(
    'of a %s delivery is a new one that names it',
    async (state) => {
      const destinationId = await newDestination()
      const { deliveryId, alertId } = await sentTo(destinationId, { severity: 'LOW' })
      await endDelivery(deliveryId, state)
      const sent = await resendDelivery(caller, { id: deliveryId })
      expect(sent).toMatchObject({
        destinationId,
        alert: { alertId },
        reason: 'resent',
        state: 'queued',
        resentFrom: deliveryId,
        severity: 'LOW',
        alertType: 'RULE',
        actorName: 'Ada',
        attempts: [],
      })
      expect(sent.id).not.toBe(deliveryId)
      expect((await deliveryOf(deliveryId)).state).toBe(state)
    },
  )

  test('is refused while the alert is on its way there, pressed twice at once included', async () => {
    const { deliveryId } = await sentTo(await newDestination())
    await expect(resendDelivery(caller, { id: deliveryId })).rejects.toMatchObject({ code: 'conflict' })
    await endDelivery(deliveryId, 'failed')
    const pressed = await Promise.allSettled(
      Array.from({ length: 4 }, () => resendDelivery(caller, { id: deliveryId })),
    )
    expect(pressed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = pressed.find(({ status }) => status === 'rejected')
    expect(refused).toMatchObject({
      reason: { code: 'conflict', message: expect.stringContaining('on its way to webhook') },
    })
  })

  test('of a test, to a deleted destination, of an emptied alert and of nothing is refused with its reason', async () => {
    const input = aWebhook({ severities: [] })
    const destination = await createDestination(caller, input)
    const gone = await sentTo(destination.id)
    await endDelivery(gone.deliveryId, 'failed')
    await deleteDestination(caller, { id: destination.id, version: 1, confirmation: input.displayName })
    await expect(resendDelivery(caller, { id: gone.deliveryId })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('was deleted'),
    })
    const emptied = await sentTo(await newDestination())
    await endDelivery(emptied.deliveryId, 'failed')
    await run('UPDATE alert SET payload_removed_at = now() WHERE id = $1::uuid', uuidOf(emptied.alertId))
    await expect(resendDelivery(caller, { id: emptied.deliveryId })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Retention'),
    })
    const testId = randomUUID()
    await run(
      `INSERT INTO delivery (id, destination_id, reason, state, severity, alert_type, actor_name)
       VALUES ($1::uuid, $2::uuid, 'test', 'failed', 'INFO', 'RULE', 'Ada')`,
      testId,
      await newDestination(),
    )
    await expect(resendDelivery(caller, { id: testId })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('test alert'),
    })
    await expect(resendDelivery(caller, { id: randomUUID() })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is for those who may send alerts', async () => {
    const { deliveryId } = await sentTo(await newDestination())
    await endDelivery(deliveryId, 'failed')
    await expect(resendDelivery(analyst, { id: deliveryId })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a manual dispatch', () => {
  test('is a decision of its own, against the configuration of its moment, beside the first one', async () => {
    const [first, other] = [await newDestination(), await newDestination()]
    const { alertId } = await sentTo(first)
    const sent = await dispatchAlert(caller, { alertId, destinationId: other })
    expect(sent).toMatchObject({ reason: 'manual', state: 'queued', destinationId: other, actorName: 'Ada' })
    const [row] = await run('SELECT configuration_version AS version FROM delivery WHERE id = $1::uuid', sent.id)
    const { configurationVersion } = await query((tx) => workspace.get(tx))
    expect(row).toEqual({ version: configurationVersion })

    const address = { id: uuidOf(alertId), find: '', limit: 20_000 }
    const { receipt } = await explainAlert(caller, { ...address, delivery: sent.id })
    expect(receipt).toMatchObject({ scenario: 4, chosen: [{ destinationId: other }] })
    const { receipt: routing } = await explainAlert(caller, address)
    expect(routing.chosen.map(({ destinationId }) => destinationId)).toEqual([first])
  })

  test('may be repeated once the one before has ended, not sooner', async () => {
    const destinationId = await newDestination()
    const { alertId } = await sentTo(await newDestination())
    const { id } = await dispatchAlert(caller, { alertId, destinationId })
    await expect(dispatchAlert(caller, { alertId, destinationId })).rejects.toMatchObject({ code: 'conflict' })
    await endDelivery(id, 'delivered')
    expect(await dispatchAlert(caller, { alertId, destinationId })).toMatchObject({ reason: 'manual' })
  })

  test('goes to a destination that is there, of an alert that is there, by somebody who may', async () => {
    const { alertId } = await sentTo(await newDestination())
    const gone = await newDestination()
    await deleteDestination(caller, { id: gone, version: 1 })
    await expect(dispatchAlert(caller, { alertId, destinationId: gone })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { destinationId: expect.any(String) },
    })
    const destinationId = await newDestination()
    const nowhere = alertIdOf(randomUUID())
    await expect(dispatchAlert(caller, { alertId: nowhere, destinationId })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(dispatchAlert(analyst, { alertId, destinationId })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a cancelled delivery', () => {
  test.each(['queued', 'waiting'])('was %s, and says who cancelled it', async (state) => {
    const { deliveryId } = await sentTo(await newDestination())
    await run('UPDATE delivery SET state = $2 WHERE id = $1::uuid', deliveryId, state)
    expect(await cancelDelivery(caller, { id: deliveryId })).toMatchObject({
      state: 'cancelled',
      stateReason: 'Ada cancelled it.',
    })
    await expect(cancelDelivery(caller, { id: deliveryId })).rejects.toMatchObject({ code: 'conflict' })
  })

  test.each(['sending', 'delivered', 'failed'])('was never %s', async (state) => {
    const { deliveryId } = await sentTo(await newDestination())
    await run('UPDATE delivery SET state = $2 WHERE id = $1::uuid', deliveryId, state)
    await expect(cancelDelivery(caller, { id: deliveryId })).rejects.toMatchObject({ code: 'conflict' })
    expect((await deliveryOf(deliveryId)).state).toBe(state)
  })

  test('is there, and is cancelled by somebody who may', async () => {
    await expect(cancelDelivery(caller, { id: randomUUID() })).rejects.toMatchObject({ code: 'not-found' })
    await expect(cancelDelivery(analyst, { id: randomUUID() })).rejects.toMatchObject({ code: 'forbidden' })
  })
})
