import type { DeliveryId, DeliveryView } from '../contracts/delivery'
import type { Caller } from '../domain/caller'
import { deliveries } from '../repositories/deliveries'
import { sqlQuery } from '../repositories/sql'
import { authorise } from './authorise'

/** One delivery with what its attempts sent and were answered. @throws {AppError} `not-found` */
export async function getDelivery(caller: Caller, { id }: DeliveryId): Promise<DeliveryView> {
  authorise(caller, 'AlertRead')
  return sqlQuery((sql) => deliveries.get(sql, id))
}
