import { LiveAlertsQuery } from '@/lib/contracts/alert-list'
import { route } from '@/lib/entry/route'
import { watchAlerts } from '@/lib/usecases/watch-alerts'

export const GET = route(LiveAlertsQuery, watchAlerts)
