import * as calls from '@/lib/api/alert-comments'
import { apiRoute } from '@/lib/entry/api'
import { getAlertComment } from '@/lib/usecases/get-alert-comment'
import { updateAlertComment } from '@/lib/usecases/update-alert-comment'

export const GET = apiRoute(calls.getAlertComment, (caller, { params }) => getAlertComment(caller, params))

export const POST = apiRoute(
  calls.updateAlertComment,
  (caller, { params, body }) => updateAlertComment(caller, { ...params, ...body }),
  'sql',
)
