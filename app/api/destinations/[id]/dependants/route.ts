import { DestinationId } from '@/lib/contracts/destination'
import { route } from '@/lib/entry/route'
import { describeDependants } from '@/lib/usecases/describe-dependants'

export const GET = route(DestinationId, describeDependants)
