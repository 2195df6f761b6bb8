import { AlertListQuery } from '@/lib/contracts/alert-list'
import { route } from '@/lib/entry/route'
import { listAlerts } from '@/lib/usecases/list-alerts'

export const GET = route(AlertListQuery, listAlerts)
