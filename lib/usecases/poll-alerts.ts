import { withAttempts } from '../alerts/alert-records'
import { decodePosition, encodePosition } from '../alerts/poll-cursor'
import { fingerprintOf, pollFilter } from '../alerts/poll-filter'
import type { AlertAnswer } from '../contracts/alert-answer'
import type { Page } from '../contracts/alert-record'
import type { PollAlertsQuery } from '../contracts/poll-alerts'
import type { Caller } from '../domain/caller'
import { alertList } from '../repositories/alert-list'
import { alerts } from '../repositories/alerts'
import { sqlQuery } from '../repositories/sql'
import { toAlertAnswer } from '../views/alert-answer'
import { authorise } from './authorise'

const DEFAULT_DAYS = 30
const DAY_MS = 86_400_000

/**
 * A page of alerts in the order of acceptance, which nothing that is accepted later can come into: whoever follows `next`
 * to the end, and then asks again from the last alert's time on, misses none and gets again only those of that very time.
 * @throws {AppError} `invalid-input` for a sub-type or a cursor that does not go with the rest
 */
export async function pollAlerts(caller: Caller, query: PollAlertsQuery): Promise<Page<AlertAnswer>> {
  authorise(caller, 'AlertRead')
  const filter = pollFilter(query)
  const fingerprint = fingerprintOf(query)
  const position = query.cursor === undefined ? undefined : decodePosition(query.cursor, fingerprint)
  if (!filter) return { results: [], next: null }
  const from = query['created-after'] ?? position?.from ?? new Date(caller.now.getTime() - DEFAULT_DAYS * DAY_MS)
  return sqlQuery(async (sql) => {
    // By number alone: a clock that was set back gives later alerts earlier times.
    const downTo = await alerts.firstSince(sql, from)
    const page = { limit: query.limit + 1, direction: query['sort-dir'], after: position?.after, downTo }
    const found = await alertList.page(sql, filter, page)
    const last = found.length > query.limit ? found[query.limit - 1] : undefined
    return {
      results: (await withAttempts(sql, found.slice(0, query.limit))).map(toAlertAnswer),
      next: last ? encodePosition({ after: last.number, from }, fingerprint) : null,
    }
  })
}
