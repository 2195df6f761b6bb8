import type { AlertCountsView } from '../contracts/alert-list'
import type { Caller } from '../domain/caller'
import { alertCounts } from '../repositories/alert-counts'
import { sqlQuery } from '../repositories/sql'
import { authorise } from './authorise'

/** What waits for somebody: open alerts, those that went nowhere or failed, and deliveries that are held. */
export async function countAlerts(caller: Caller): Promise<AlertCountsView> {
  authorise(caller, 'AlertRead')
  return sqlQuery(alertCounts.get)
}
