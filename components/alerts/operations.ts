import type { z } from 'zod'
import type { UpdateAlertsInput } from '@/lib/contracts/alert-record'
import type { RedriveInput, StartedRedriveView } from '@/lib/contracts/redrive'
import type { ActionResult } from '@/lib/contracts/result'

/** The server actions of the list, as the page gives them to the browser. */
export type AlertListOperations = {
  update: (input: z.input<typeof UpdateAlertsInput>) => Promise<ActionResult<void>>
  redrive: (input: z.input<typeof RedriveInput>) => Promise<ActionResult<StartedRedriveView>>
}
