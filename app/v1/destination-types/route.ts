import * as calls from '@/lib/api/destination-types'
import { apiRoute } from '@/lib/entry/api'
import { listDestinationTypes } from '@/lib/usecases/list-destination-types'

export const GET = apiRoute(calls.listDestinationTypes, async (caller) => ({
  results: await listDestinationTypes(caller),
  next: null,
}))
