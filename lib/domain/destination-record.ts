import type { AlertType } from './alert-type'
import type { DeliverySettings } from './delivery'
import type { RoutingDestination } from './destination'
import type { Severity } from './severity'

/** A destination as it is kept: what routing sees of it, and the public part of its type's settings. */
export type Destination = RoutingDestination & {
  type: string
  severities: Severity[]
  alertTypes: AlertType[]
  logTypes: string[]
  /** Without secrets. */
  settings: Record<string, unknown>
  /** A public label of where it goes. */
  target: string
  isPaused: boolean
  /** When a pause ends on its own. */
  pausedUntil: Date | null
  /** How it is delivered to, where that differs from the defaults. */
  delivery: Partial<DeliverySettings>
  /** Raised by each change. */
  version: number
  createdAt: Date
  updatedAt: Date
}

export type DestinationChange = 'created' | 'edited' | 'paused' | 'resumed' | 'restored' | 'deleted'

/** A destination as one change left it. */
export type DestinationRevision = Pick<
  Destination,
  'displayName' | 'severities' | 'alertTypes' | 'logTypes' | 'settings' | 'delivery' | 'isPaused' | 'version'
> & {
  change: DestinationChange
  /** Names of the secrets that the change set or removed. */
  changedSecrets: string[]
  actorName: string
  at: Date
}
