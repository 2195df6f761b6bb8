import { RedriveId } from '@/lib/contracts/redrive'
import { route } from '@/lib/entry/route'
import { getRedrive } from '@/lib/usecases/get-redrive'

export const GET = route(RedriveId, getRedrive)
