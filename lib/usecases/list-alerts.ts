import { searchFilter } from '../alerts/search-filter'
import type { AlertListQuery, AlertListView } from '../contracts/alert-list'
import type { Caller } from '../domain/caller'
import { ALERTS_PER_PAGE } from '../domain/console'
import { alertList } from '../repositories/alert-list'
import { sqlQuery } from '../repositories/sql'
import { authorise } from './authorise'

/**
 * One page of alerts, the newest first, as the query filters them. A page may be short and not the last: where no index serves
 * the filter, one page looks at so many alerts and no more, and `next` goes on from there.
 */
export async function listAlerts(caller: Caller, query: AlertListQuery): Promise<AlertListView> {
  authorise(caller, 'AlertRead')
  return sqlQuery(async (sql) => {
    // Read first: an alert that is accepted meanwhile counts as new rather than as neither.
    const upTo = query.upTo ?? (await alertList.newest(sql))
    const { rows, next } = await alertList.rows(sql, searchFilter(query, caller.now), {
      limit: ALERTS_PER_PAGE,
      direction: 'desc',
      after: query.before,
      upTo,
    })
    return { rows, upTo, next: next ?? null }
  })
}
