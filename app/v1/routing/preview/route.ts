import * as calls from '@/lib/api/routing'
import { apiRoute } from '@/lib/entry/api'
import { previewRouting } from '@/lib/usecases/preview-routing'

export const POST = apiRoute(calls.previewRouting, (caller, { body }) => previewRouting(caller, body), 'prisma')
