import { DestinationId } from '@/lib/contracts/destination'
import { route } from '@/lib/entry/route'
import { getDestination } from '@/lib/usecases/get-destination'

export const GET = route(DestinationId, getDestination)
