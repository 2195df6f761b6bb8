import * as calls from '@/lib/api/destinations'
import { apiRoute } from '@/lib/entry/api'
import { pauseDestination } from '@/lib/usecases/pause-destination'
import { readDestination } from '@/lib/usecases/read-destinations'

export const POST = apiRoute(
  calls.pauseDestination,
  async (caller, { params, body }) => {
    await pauseDestination(caller, { ...params, ...body })
    return readDestination(caller, params)
  },
  'prisma',
)
