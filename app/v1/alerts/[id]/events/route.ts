import * as calls from '@/lib/api/alert-records'
import { apiRoute } from '@/lib/entry/api'
import { listAlertEvents } from '@/lib/usecases/list-alert-events'

export const GET = apiRoute(calls.listAlertEvents, async (caller, { params, query }) => {
  const { results, next } = await listAlertEvents(caller, { ...params, ...query })
  return { results: results.map(({ event }) => event), next }
})
