import { z } from 'zod'
import { route } from '@/lib/entry/route'
import { listRedrives } from '@/lib/usecases/list-redrives'

export const GET = route(z.object({}), listRedrives)
