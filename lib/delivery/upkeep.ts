import { DEFAULT_DELIVERY_SETTINGS } from '../domain/delivery'
import { deliveryQueue } from '../repositories/delivery-queue'
import { sqlQuery } from '../repositories/sql'
import { reportFailures } from './report-failures'

/** What no single attempt brings about. Every worker does it now and then; each step happens once whoever is first. */
export async function upkeep(): Promise<void> {
  await sqlQuery((sql) => deliveryQueue.standInForHeld(sql, DEFAULT_DELIVERY_SETTINGS.fallbackAfterMinutes))
  await sqlQuery((sql) => deliveryQueue.cancelOfDeleted(sql))
  await reportFailures()
}
