import * as calls from '@/lib/api/deliveries'
import { apiRoute } from '@/lib/entry/api'
import { resendDelivery } from '@/lib/usecases/resend-delivery'

export const POST = apiRoute(calls.redeliverDelivery, (caller, { params }) => resendDelivery(caller, params), 'sql')
