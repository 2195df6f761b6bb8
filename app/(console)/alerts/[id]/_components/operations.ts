import type { z } from 'zod'
import type { DeliveryOperations } from '@/components/deliveries/operations'
import type { AlertCommentView, CreateCommentInput, UpdateAlertsInput } from '@/lib/contracts/alert-record'
import type { ActionResult } from '@/lib/contracts/result'

type Operation<S extends z.ZodType, R> = (input: z.input<S>) => Promise<ActionResult<R>>

export type UpdateAlerts = Operation<typeof UpdateAlertsInput, void>
export type CreateComment = Operation<typeof CreateCommentInput, AlertCommentView>

/** The server actions of an alert, as its page gives them to the browser. */
export type AlertOperations = { update: UpdateAlerts; comment: CreateComment; deliveries: DeliveryOperations }
