import * as calls from '@/lib/api/alert-records'
import { apiRoute } from '@/lib/entry/api'
import { getAlertRecord } from '@/lib/usecases/get-alert-record'
import { updateAlert } from '@/lib/usecases/update-alert'

export const GET = apiRoute(calls.getAlert, (caller, { params }) => getAlertRecord(caller, params))

export const PATCH = apiRoute(
  calls.updateAlert,
  (caller, { params, body }) => updateAlert(caller, { ...params, ...body }),
  'sql',
)
