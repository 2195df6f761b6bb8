import type { AlertCommentView } from '../contracts/alert-record'
import { alertIdOf } from '../domain/alert-record'
import type { AlertComment } from '../repositories/alert-comments'

/** A comment as the console and the API show it. */
export function toAlertCommentView({ updatedAt, updatedBy, ...comment }: AlertComment): AlertCommentView {
  return {
    ...comment,
    alertId: alertIdOf(comment.alertId),
    createdAt: comment.createdAt.toISOString(),
    ...(updatedAt && { updatedAt: updatedAt.toISOString() }),
    ...(updatedBy && { updatedBy }),
  }
}
