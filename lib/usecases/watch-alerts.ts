import { searchFilter } from '../alerts/search-filter'
import type { LiveAlertsQuery, LiveAlertsView } from '../contracts/alert-list'
import { NEW_COUNTED_MAX } from '../domain/alert-search'
import type { Caller } from '../domain/caller'
import { alertList } from '../repositories/alert-list'
import { sqlQuery } from '../repositories/sql'
import { authorise } from './authorise'

/** What became of the alerts that a list shows, and how many there are above them by now. */
export async function watchAlerts(caller: Caller, query: LiveAlertsQuery): Promise<LiveAlertsView> {
  authorise(caller, 'AlertRead')
  const filter = searchFilter(query, caller.now)
  return sqlQuery(async (sql) => ({
    upTo: await alertList.newest(sql),
    newCount: await alertList.countAfter(sql, filter, query.after, NEW_COUNTED_MAX),
    rows: await alertList.again(sql, filter, query.shown),
  }))
}
