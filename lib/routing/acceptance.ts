import type { RoutingDestination } from '@/lib/domain/destination'
import type { Reason, RoutingInput } from '@/lib/domain/routing'

/** What scenario 3 looks at. */
export type RoutedAlert = RoutingInput['alert']

/** A system error has no detection to have given it a severity, so any destination accepts it as far as severity goes. */
export function acceptsSeverity(destination: RoutingDestination, alert: RoutedAlert): boolean {
  return alert.type === 'SYSTEM_ERROR' || destination.severities.includes(alert.severity)
}

export function acceptsAlertType(destination: RoutingDestination, alert: RoutedAlert): boolean {
  return destination.alertTypes.includes(alert.type)
}

function acceptsLogTypes(destination: RoutingDestination, alert: RoutedAlert): boolean {
  return destination.logTypes.length === 0 || alert.logTypes.some((logType) => destination.logTypes.includes(logType))
}

/** Every condition of scenario 3 the destination does not meet, with the values compared; empty when it accepts the alert. */
export function reasonsAgainst(destination: RoutingDestination, alert: RoutedAlert): readonly Reason[] {
  const reasons: Reason[] = []
  if (!acceptsSeverity(destination, alert)) {
    reasons.push({ code: 'severity-not-accepted', severity: alert.severity, accepted: destination.severities })
  }
  if (!acceptsAlertType(destination, alert)) {
    reasons.push({ code: 'alert-type-not-accepted', alertType: alert.type, accepted: destination.alertTypes })
  }
  if (!acceptsLogTypes(destination, alert)) {
    reasons.push({ code: 'log-type-not-accepted', logTypes: alert.logTypes, accepted: destination.logTypes })
  }
  return reasons
}
