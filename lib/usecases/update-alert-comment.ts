import { alertKey } from '../alerts/alert-key'
import type { AlertCommentView, UpdateCommentInput } from '../contracts/alert-record'
import { actorOf, type Caller } from '../domain/caller'
import { AppError } from '../errors'
import { alertComments } from '../repositories/alert-comments'
import { sqlTransaction } from '../repositories/sql'
import { toAlertCommentView } from '../views/alert-comment-view'
import { authorise } from './authorise'

/**
 * Changes what a comment says; who did is kept beside who wrote it.
 * @throws {AppError} `not-found`; `invalid-input` when it belongs to another alert than the one named
 */
export async function updateAlertComment(caller: Caller, input: UpdateCommentInput): Promise<AlertCommentView> {
  authorise(caller, 'AlertModify')
  return sqlTransaction(async (sql) => {
    const before = await alertComments.get(sql, input.id)
    if (input.alertId !== undefined && alertKey(input.alertId) !== before.alertId) {
      const message = 'The comment belongs to another alert: it cannot be moved.'
      throw new AppError('invalid-input', message, { fields: { alertId: message } })
    }
    const after = {
      body: input.body,
      format: input.format ?? before.format,
      actor: actorOf(caller),
      at: caller.now,
    }
    await alertComments.update(sql, input.id, after)
    return toAlertCommentView(await alertComments.get(sql, input.id))
  })
}
