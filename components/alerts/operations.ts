import type { z } from 'zod'
import type { RedriveOperations } from '@/components/deliveries/operations'
import type { UpdateAlertsInput } from '@/lib/contracts/alert-record'
import type { ActionResult } from '@/lib/contracts/result'

/** The server actions of the list, as the page gives them to the browser. */
export type AlertListOperations = {
  update: (input: z.input<typeof UpdateAlertsInput>) => Promise<ActionResult<void>>
  redrive: RedriveOperations
}
