import * as calls from '@/lib/api/destinations'
import { apiRoute } from '@/lib/entry/api'
import { resumeDestination } from '@/lib/usecases/pause-destination'
import { readDestination } from '@/lib/usecases/read-destinations'

export const POST = apiRoute(
  calls.resumeDestination,
  async (caller, { params }) => {
    await resumeDestination(caller, params)
    return readDestination(caller, params)
  },
  'prisma',
)
