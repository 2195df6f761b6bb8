import { toDestinationInput } from '@/lib/api/destination-body'
import * as calls from '@/lib/api/destinations'
import { apiRoute } from '@/lib/entry/api'
import { createDestination } from '@/lib/usecases/create-destination'
import { readDestination, readDestinations } from '@/lib/usecases/read-destinations'

export const GET = apiRoute(calls.listDestinations, (caller, { query }) => readDestinations(caller, query))

export const POST = apiRoute(
  calls.createDestination,
  async (caller, { body }) => readDestination(caller, await createDestination(caller, toDestinationInput(body))),
  'prisma',
)
