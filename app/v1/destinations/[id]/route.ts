import { toDestinationInput } from '@/lib/api/destination-body'
import * as calls from '@/lib/api/destinations'
import { apiRoute } from '@/lib/entry/api'
import { deleteDestination } from '@/lib/usecases/delete-destination'
import { readDestination } from '@/lib/usecases/read-destinations'
import { updateDestination } from '@/lib/usecases/update-destination'

export const GET = apiRoute(calls.getDestination, (caller, { params }) => readDestination(caller, params))

export const PUT = apiRoute(
  calls.replaceDestination,
  async (caller, { params, body, version }) =>
    readDestination(caller, await updateDestination(caller, { ...toDestinationInput(body), ...params, version })),
  'prisma',
)

export const DELETE = apiRoute(
  calls.deleteDestination,
  (caller, { params, query, version }) => deleteDestination(caller, { ...params, ...query, version }),
  'prisma',
)
