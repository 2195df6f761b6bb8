import type { DeliveryId, DeliveryView } from '../contracts/delivery'
import type { Caller } from '../domain/caller'
import { isFinal } from '../domain/delivery'
import { AppError } from '../errors'
import { deliveries } from '../repositories/deliveries'
import { redeliveries } from '../repositories/redeliveries'
import { sqlTransaction } from '../repositories/sql'
import { authorise } from './authorise'

/**
 * Gives an unfinished delivery up, for good. @throws {AppError} `not-found`; `conflict` while it is being sent and once it
 * is finished
 */
export async function cancelDelivery(caller: Caller, { id }: DeliveryId): Promise<DeliveryView> {
  authorise(caller, 'AlertModify')
  return sqlTransaction(async (sql) => {
    const isCancelled = await redeliveries.cancel(sql, id, `${caller.name} cancelled it.`)
    const delivery = await deliveries.get(sql, id)
    if (isCancelled) return delivery
    throw new AppError(
      'conflict',
      isFinal(delivery.state)
        ? `It ended already: ${delivery.state}.`
        : 'It is being sent right now. If that fails, it can be cancelled before the next try.',
    )
  })
}
