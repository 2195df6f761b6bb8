import { AlertReceiptQuery } from '@/lib/contracts/alert-view'
import { route } from '@/lib/entry/route'
import { explainAlert } from '@/lib/usecases/explain-alert'

export const GET = route(AlertReceiptQuery, explainAlert)
