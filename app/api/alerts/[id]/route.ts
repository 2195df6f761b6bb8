import { AlertAddress } from '@/lib/contracts/alert-view'
import { route } from '@/lib/entry/route'
import { getAlert } from '@/lib/usecases/get-alert'

export const GET = route(AlertAddress, getAlert)
