import type { z } from 'zod'
import type { DeliveryId, DeliveryView, DispatchAlertInput } from '@/lib/contracts/delivery'
import type {
  CancelledRedriveView,
  RedriveFiguresView,
  RedriveId,
  RedriveInput,
  StartedRedriveView,
} from '@/lib/contracts/redrive'
import type { ActionResult } from '@/lib/contracts/result'

type Operation<S extends z.ZodType, R> = (input: z.input<S>) => Promise<ActionResult<R>>

/** The server actions of an alert's deliveries, as the page gives them to the browser. */
export type DeliveryOperations = {
  resend: Operation<typeof DeliveryId, DeliveryView>
  dispatch: Operation<typeof DispatchAlertInput, DeliveryView>
  cancel: Operation<typeof DeliveryId, DeliveryView>
}

/** The server actions of a redrive; `preview` changes nothing. */
export type RedriveOperations = {
  preview: Operation<typeof RedriveInput, RedriveFiguresView>
  start: Operation<typeof RedriveInput, StartedRedriveView>
  cancel: Operation<typeof RedriveId, CancelledRedriveView>
}
