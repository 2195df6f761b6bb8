import type { RoutingDestination } from '@/lib/domain/destination'
import type { RoutingConfiguration } from '@/lib/domain/routing'

/** The configuration as it will be once `draft` is saved: it takes the place of the destination with its id, or is added. */
export function withDraft(configuration: RoutingConfiguration, draft: RoutingDestination): RoutingConfiguration {
  const others = configuration.destinations.filter((destination) => destination.id !== draft.id)
  return { ...configuration, destinations: [...others, draft] }
}
