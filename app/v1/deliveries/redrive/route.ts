import * as calls from '@/lib/api/deliveries'
import { apiRoute } from '@/lib/entry/api'
import { previewRedrive } from '@/lib/usecases/preview-redrive'
import { startRedrive } from '@/lib/usecases/start-redrive'

export const POST = apiRoute(
  calls.redriveDeliveries,
  (caller, { body: { dryRun, ...input } }) => (dryRun ? previewRedrive(caller, input) : startRedrive(caller, input)),
  'sql',
)
