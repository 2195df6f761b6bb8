import * as calls from '@/lib/api/alert-comments'
import { apiRoute } from '@/lib/entry/api'
import { createAlertComment } from '@/lib/usecases/create-alert-comment'
import { listAlertComments } from '@/lib/usecases/list-alert-comments'

export const GET = apiRoute(calls.listAlertComments, (caller, { query: { 'alert-id': id, ...page } }) =>
  listAlertComments(caller, { id, ...page }),
)

export const POST = apiRoute(calls.createAlertComment, (caller, { body }) => createAlertComment(caller, body), 'sql')
