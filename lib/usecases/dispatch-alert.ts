import { alertKey } from '../alerts/alert-key'
import { indexOf } from '../alerts/routing-index'
import type { DeliveryView, DispatchAlertInput } from '../contracts/delivery'
import type { Caller } from '../domain/caller'
import { AppError } from '../errors'
import { alertNotFound } from '../repositories/alerts'
import { deliveries } from '../repositories/deliveries'
import { redeliveries } from '../repositories/redeliveries'
import { sqlTransaction } from '../repositories/sql'
import { dispatchManually } from '../routing/dispatch-manually'
import { authorise } from './authorise'
import { EMPTIED, underWay } from './redelivery-errors'

/**
 * Sends an alert to a destination of the caller's choice (scenario 4): a decision of its own, beside the one that routing
 * made, which stays as it is.
 * @throws {AppError} `not-found` for the alert; `invalid-input` for the destination; `conflict` while the alert is under way
 * to it, and when retention took what the alert said
 */
export async function dispatchAlert(
  caller: Caller,
  { alertId, destinationId }: DispatchAlertInput,
): Promise<DeliveryView> {
  authorise(caller, 'AlertModify')
  const id = alertKey(alertId)
  return sqlTransaction(async (sql) => {
    const configurationVersion = await redeliveries.begin(sql)
    const { index } = await indexOf(configurationVersion)
    const hasPayload = await redeliveries.hasPayload(sql, id)
    if (hasPayload === undefined) throw alertNotFound(alertId)
    if (!hasPayload) throw new AppError('conflict', EMPTIED)
    const chosen = dispatchManually(index, destinationId)?.decision.destinations[0]
    if (chosen === undefined) throw noDestination()
    if (await redeliveries.isUnderWay(sql, id, chosen)) {
      throw underWay(index.findById(chosen)?.displayName ?? 'that destination')
    }
    const sent = await redeliveries.insert(sql, {
      alertId: id,
      destinationId: chosen,
      reason: 'manual',
      actorName: caller.name,
      configurationVersion,
    })
    return deliveries.get(sql, sent)
  })
}

function noDestination(): AppError {
  const message = 'There is no such destination any more. Choose another one.'
  return new AppError('invalid-input', message, { fields: { destinationId: message } })
}
