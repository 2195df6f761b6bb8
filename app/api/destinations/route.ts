import { DestinationListQuery } from '@/lib/contracts/destination'
import { route } from '@/lib/entry/route'
import { listDestinations } from '@/lib/usecases/list-destinations'

export const GET = route(DestinationListQuery, listDestinations)
