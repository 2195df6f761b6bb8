import { alertKey } from '../alerts/alert-key'
import { idCursor, pageOf } from '../alerts/page-cursor'
import type { AlertChangeView, AlertPageQuery, Page } from '../contracts/alert-record'
import type { Caller } from '../domain/caller'
import { alertHistory } from '../repositories/alert-history'
import { alerts } from '../repositories/alerts'
import { sqlQuery } from '../repositories/sql'
import { authorise } from './authorise'

/** What was changed about the alert, the newest first, a page at a time. @throws {AppError} `not-found`; `invalid-input` for a cursor that is none */
export async function listAlertChanges(caller: Caller, input: AlertPageQuery): Promise<Page<AlertChangeView>> {
  authorise(caller, 'AlertRead')
  const id = alertKey(input.id)
  const after = idCursor(input.cursor)
  return sqlQuery(async (sql) => {
    await alerts.requireAlert(sql, id)
    const found = await alertHistory.changes(sql, id, { limit: input.limit + 1, after })
    return pageOf(
      found.map(({ at, ...change }) => ({ ...change, at: at.toISOString() })),
      input.limit,
    )
  })
}
