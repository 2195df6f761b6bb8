import type { DeliveryOperations, RedriveOperations } from '@/components/deliveries/operations'
import type { StatedDestination } from '@/components/deliveries/state-words'

/** What can be done about what is in the log. */
export type SendingOperations = { deliveries: DeliveryOperations; redrive: RedriveOperations }

/** The destination that the log is of. */
export type LogDestination = StatedDestination & { displayName: string }
