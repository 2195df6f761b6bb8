import { alertKey } from '../alerts/alert-key'
import type { AlertCommentView, CreateCommentInput } from '../contracts/alert-record'
import { actorOf, type Caller } from '../domain/caller'
import { alertComments } from '../repositories/alert-comments'
import { alerts } from '../repositories/alerts'
import { sqlTransaction } from '../repositories/sql'
import { toAlertCommentView } from '../views/alert-comment-view'
import { authorise } from './authorise'

/** Adds a comment to an alert. @throws {AppError} `not-found` */
export async function createAlertComment(
  caller: Caller,
  { alertId, body, format }: CreateCommentInput,
): Promise<AlertCommentView> {
  authorise(caller, 'AlertModify')
  const id = alertKey(alertId)
  return sqlTransaction(async (sql) => {
    await alerts.requireAlert(sql, id)
    const comment = { body, format, actor: actorOf(caller), at: caller.now }
    return toAlertCommentView(await alertComments.insert(sql, id, comment))
  })
}
