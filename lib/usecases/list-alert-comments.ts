import { alertKey } from '../alerts/alert-key'
import { idCursor, pageOf } from '../alerts/page-cursor'
import type { AlertCommentView, AlertPageQuery, Page } from '../contracts/alert-record'
import type { Caller } from '../domain/caller'
import { alertComments } from '../repositories/alert-comments'
import { alerts } from '../repositories/alerts'
import { sqlQuery } from '../repositories/sql'
import { toAlertCommentView } from '../views/alert-comment-view'
import { authorise } from './authorise'

/** The alert's comments, the oldest first, a page at a time. @throws {AppError} `not-found`; `invalid-input` for a cursor that is none */
export async function listAlertComments(caller: Caller, input: AlertPageQuery): Promise<Page<AlertCommentView>> {
  authorise(caller, 'AlertRead')
  const id = alertKey(input.id)
  const after = idCursor(input.cursor)
  return sqlQuery(async (sql) => {
    await alerts.requireAlert(sql, id)
    const found = await alertComments.page(sql, id, { limit: input.limit + 1, after })
    return pageOf(found.map(toAlertCommentView), input.limit)
  })
}
