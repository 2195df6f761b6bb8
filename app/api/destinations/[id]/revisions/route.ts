import { DestinationId } from '@/lib/contracts/destination'
import { route } from '@/lib/entry/route'
import { listRevisions } from '@/lib/usecases/list-revisions'

export const GET = route(DestinationId, listRevisions)
