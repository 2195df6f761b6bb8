import type { AlertCommentView, CommentId } from '../contracts/alert-record'
import type { Caller } from '../domain/caller'
import { alertComments } from '../repositories/alert-comments'
import { sqlQuery } from '../repositories/sql'
import { toAlertCommentView } from '../views/alert-comment-view'
import { authorise } from './authorise'

/** One comment. @throws {AppError} `not-found` */
export async function getAlertComment(caller: Caller, { id }: CommentId): Promise<AlertCommentView> {
  authorise(caller, 'AlertRead')
  return toAlertCommentView(await sqlQuery((sql) => alertComments.get(sql, id)))
}
