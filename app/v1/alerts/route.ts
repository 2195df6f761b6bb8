import * as calls from '@/lib/api/alert-records'
import { handOverAlerts } from '@/lib/api/alerts'
import { apiRoute } from '@/lib/entry/api'
import { acceptAlerts } from '@/lib/usecases/accept-alerts'
import { pollAlerts } from '@/lib/usecases/poll-alerts'
import { updateAlerts } from '@/lib/usecases/update-alerts'

export const GET = apiRoute(calls.listAlerts, (caller, { query }) => pollAlerts(caller, query))

export const POST = apiRoute(
  handOverAlerts,
  (caller, { body, query }) => acceptAlerts(caller, { items: body, isAtomic: query.atomic }),
  'sql',
)

export const PATCH = apiRoute(calls.updateAlerts, (caller, { body }) => updateAlerts(caller, body), 'sql')
