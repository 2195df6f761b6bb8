import type { DestinationRowView, HealthView } from '../contracts/destination'
import { findDestinationType } from '../destinations/registry'
import { isExplicitOnly } from '../domain/destination'
import type { DestinationFare, ListedDestination } from '../repositories/destination-list'

/** A destination as lists and pages show it. */
export function toDestinationRowView({ destination, fare, detectionCount }: ListedDestination): DestinationRowView {
  const { settings: _, createdAt: __, updatedAt, ...shown } = destination
  return {
    ...shown,
    typeName: findDestinationType(destination.type)?.name ?? destination.type,
    isExplicitOnly: isExplicitOnly(destination),
    health: toHealthView(destination.isPaused, fare),
    detectionCount,
    updatedAt: updatedAt.toISOString(),
  }
}

function toHealthView(isPaused: boolean, { lastDelivery, failures24h }: DestinationFare): HealthView {
  const last = lastDelivery && { ...lastDelivery, at: lastDelivery.at.toISOString() }
  if (isPaused) return { state: 'paused', lastDelivery: last, failures24h }
  if (!last) return { state: 'never-used', failures24h }
  return { state: last.isDelivered ? 'delivering' : 'failing', lastDelivery: last, failures24h }
}
