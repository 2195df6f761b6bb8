import type { z } from 'zod'
import type { DeliveryView } from '@/lib/contracts/delivery'
import type {
  DeleteDestinationInput,
  DestinationId,
  PauseDestinationInput,
  RestoreDestinationInput,
  TestDestinationInput,
} from '@/lib/contracts/destination'
import type { ActionResult } from '@/lib/contracts/result'

type Operation<S extends z.ZodType, R> = (input: z.input<S>) => Promise<ActionResult<R>>

/** The server actions of a destination, as the page gives them to the browser. */
export type DestinationOperations = {
  test: Operation<typeof TestDestinationInput, DeliveryView>
  pause: Operation<typeof PauseDestinationInput, { isPaused: boolean }>
  resume: Operation<typeof DestinationId, { isPaused: boolean }>
  delete: Operation<typeof DeleteDestinationInput, void>
}

export type Restore = Operation<typeof RestoreDestinationInput, { version: number }>
