import type { AlertType } from './alert-type'
import type { Severity } from './severity'

/** What of a destination decides routing. */
export type RoutingDestination = {
  /** UUID v4, lower case. */
  id: string
  displayName: string
  /** Severities it accepts in scenario 3; an empty list accepts none. */
  severities: readonly Severity[]
  /** Alert types it accepts in scenario 3; an empty list accepts none. */
  alertTypes: readonly AlertType[]
  /** Log types it accepts in scenario 3; an empty list accepts all. */
  logTypes: readonly string[]
}

/** True when no alert can reach the destination by scenario 3: only a detection that names it does. */
export function isExplicitOnly(destination: Pick<RoutingDestination, 'severities' | 'alertTypes'>): boolean {
  if (destination.alertTypes.length === 0) return true
  return destination.severities.length === 0 && !destination.alertTypes.includes('SYSTEM_ERROR')
}
