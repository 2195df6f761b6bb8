import type { DestinationRowView, HealthView } from '../contracts/destination'
import { findDestinationType } from '../destinations/registry'
import { isExplicitOnly } from '../domain/destination'
import type { Destination } from '../domain/destination-record'
import type { DestinationFare, ListedDestination } from '../repositories/destination-list'

/** A destination as lists and pages show it. */
export function toDestinationRowView({ destination, fare, detectionCount }: ListedDestination): DestinationRowView {
  const { id, displayName, type, target, severities, alertTypes, logTypes, isPaused, version, updatedAt } = destination
  return {
    id,
    displayName,
    type,
    typeName: findDestinationType(type)?.name ?? type,
    target,
    severities,
    alertTypes,
    logTypes,
    isPaused,
    isExplicitOnly: isExplicitOnly(destination),
    health: toHealthView(destination, fare),
    detectionCount,
    version,
    updatedAt: updatedAt.toISOString(),
  }
}

function toHealthView({ isPaused, pausedUntil }: Destination, fare: DestinationFare): HealthView {
  const { health: state, lastAttempt, failures24h, unfinished } = fare
  return {
    state,
    since: fare.since?.toISOString(),
    reason: state === 'faulted' || state === 'circuit-open' ? (fare.reason ?? undefined) : undefined,
    pausedUntil: isPaused ? pausedUntil?.toISOString() : undefined,
    probeAt: state === 'circuit-open' ? fare.probeAt?.toISOString() : undefined,
    lastAttempt: lastAttempt && { ...lastAttempt, at: lastAttempt.at.toISOString() },
    failures24h,
    unfinished,
    oldestDueAt: fare.oldestDueAt?.toISOString(),
  }
}
