import type { AlertClass, AlertQuality, AlertStatus } from './alert-record'
import type { AlertType } from './alert-type'
import type { DeliveryState } from './delivery'
import type { Severity } from './severity'

/** Which alerts: an empty list, or nothing, asks for no such condition. */
export type AlertFilter = {
  class?: AlertClass
  types: readonly AlertType[]
  severities: readonly Severity[]
  statuses: readonly AlertStatus[]
  /** User ids; `unassigned` means nobody. */
  assignees: readonly string[]
  qualities: readonly AlertQuality[]
  contextTags: readonly string[]
  logTypes: readonly string[]
  detectionId?: string
  /** A destination that it has a delivery to. */
  destinationId?: string
  /** A state that its newest delivery to some destination (to `destinationId`, if given) is in. */
  deliveryStates: readonly DeliveryState[]
  isUnrouted: boolean
  /** Part of the title or of the detection's name, in any case. */
  text: string
  /** Acceptance, both ends inclusive. */
  acceptedFrom?: Date
  acceptedTo?: Date
  eventCountMin?: number
  eventCountMax?: number
}

export const NO_ALERT_FILTER: AlertFilter = {
  types: [],
  severities: [],
  statuses: [],
  assignees: [],
  qualities: [],
  contextTags: [],
  logTypes: [],
  deliveryStates: [],
  isUnrouted: false,
  text: '',
}
