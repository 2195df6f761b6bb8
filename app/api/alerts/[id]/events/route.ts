import { AlertPageQuery } from '@/lib/contracts/alert-record'
import { route } from '@/lib/entry/route'
import { listAlertEvents } from '@/lib/usecases/list-alert-events'

export const GET = route(AlertPageQuery, listAlertEvents)
