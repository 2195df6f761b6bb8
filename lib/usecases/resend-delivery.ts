import type { DeliveryId, DeliveryView } from '../contracts/delivery'
import { uuidOf } from '../domain/alert-record'
import type { Caller } from '../domain/caller'
import { isFinal } from '../domain/delivery'
import { AppError } from '../errors'
import { deliveries } from '../repositories/deliveries'
import { deliveryDestinations } from '../repositories/delivery-destinations'
import { redeliveries } from '../repositories/redeliveries'
import { sqlTransaction } from '../repositories/sql'
import { authorise } from './authorise'
import { EMPTIED, underWay } from './redelivery-errors'

/**
 * Sends the alert of a finished delivery to the same destination once more: a new delivery, which names the old one.
 * @throws {AppError} `not-found`; `conflict` while the alert is under way to the destination, for a test, for a destination
 * that was deleted, and when retention took what the alert said
 */
export async function resendDelivery(caller: Caller, { id }: DeliveryId): Promise<DeliveryView> {
  authorise(caller, 'AlertModify')
  return sqlTransaction(async (sql) => {
    await redeliveries.begin(sql)
    const before = await deliveries.get(sql, id)
    if (!before.alert) {
      throw new AppError('conflict', 'This was a test alert. Send another one from its destination.')
    }
    const { destinationId } = before
    const alertId = uuidOf(before.alert.alertId)
    const destination = (await deliveryDestinations.now(sql, [destinationId])).get(destinationId)
    const name = destination?.displayName ?? 'Its destination'
    if (!isFinal(before.state) || (await redeliveries.isUnderWay(sql, alertId, destinationId))) throw underWay(name)
    if (!destination || destination.isDeleted) {
      throw new AppError('conflict', `${name} was deleted. Send the alert to another destination.`)
    }
    if (!(await redeliveries.hasPayload(sql, alertId))) throw new AppError('conflict', EMPTIED)
    const sent = await redeliveries.insert(sql, {
      alertId,
      destinationId,
      reason: 'resent',
      actorName: caller.name,
      resentFrom: id,
    })
    return deliveries.get(sql, sent)
  })
}
