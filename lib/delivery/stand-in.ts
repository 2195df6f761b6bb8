import { DEFAULT_DELIVERY_SETTINGS } from '../domain/delivery'
import { deliveryQueue } from '../repositories/delivery-queue'
import { sqlQuery } from '../repositories/sql'

/** Has fallbacks stand in for what long waits behind open circuits, and cancels what is left of deleted destinations. */
export async function standIn(): Promise<void> {
  await sqlQuery((sql) => deliveryQueue.standInForHeld(sql, DEFAULT_DELIVERY_SETTINGS.fallbackAfterMinutes))
  await sqlQuery((sql) => deliveryQueue.cancelOfDeleted(sql))
}
