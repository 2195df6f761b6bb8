import type { DeliveryReason, DeliveryState } from './delivery'

/** Which deliveries of a destination: an empty list, or nothing, asks for no such condition. */
export type DeliveryFilter = {
  states: readonly DeliveryState[]
  reasons: readonly DeliveryReason[]
  /** When it was created, both ends inclusive. */
  from?: Date
  to?: Date
}

export const NO_DELIVERY_FILTER: DeliveryFilter = { states: [], reasons: [] }
