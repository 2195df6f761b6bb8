import { z } from 'zod'
import { route } from '@/lib/entry/route'
import { countAlerts } from '@/lib/usecases/count-alerts'

export const GET = route(z.object({}), countAlerts)
