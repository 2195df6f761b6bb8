import * as calls from '@/lib/api/deliveries'
import { apiRoute } from '@/lib/entry/api'
import { listDeliveries } from '@/lib/usecases/list-deliveries'

export const GET = apiRoute(
  calls.listDeliveries,
  (caller, { params, query: { cursor, state, reason, limit, from, to } }) =>
    listDeliveries(caller, { ...params, before: cursor, limit, states: state, reasons: reason, from, to }),
)
