import type { RoutingDestination } from '@/lib/domain/destination'
import { nearest } from '@/lib/domain/did-you-mean'
import type { RoutingConfiguration, RoutingSettings, Suggestion } from '@/lib/domain/routing'
import type { RoutedAlert } from './acceptance'
import { indexAcceptance } from './index-acceptance'

/** One typo in a detection comes back with every alert; beyond this many distinct ones they are worked out anew. */
const MOST_REMEMBERED_SUGGESTIONS = 1000

/** One version of the routing configuration, arranged for deciding. Its answers never change. */
export type RoutingIndex = {
  settings: RoutingSettings
  /** In scenario 3's order: display name by code unit, then id. */
  destinations: readonly RoutingDestination[]
  /** Exact and case-sensitive. */
  findByName(entry: string): RoutingDestination | undefined
  /** Ignores case. */
  findById(entry: string): RoutingDestination | undefined
  /** Ids of the destinations whose own configuration accepts the alert, in order. */
  findAccepting(alert: RoutedAlert): readonly string[]
  /** The destination whose display name an unknown entry most likely meant. */
  suggest(entry: string): Suggestion | undefined
}

/** Arranges a configuration once for any number of decisions; the order in which destinations are stored does not matter. */
export function indexConfiguration({ destinations, settings }: RoutingConfiguration): RoutingIndex {
  const ordered = [...destinations].sort(
    (left, right) => byCodeUnit(left.displayName, right.displayName) || byCodeUnit(left.id, right.id),
  )
  const byName = new Map<string, RoutingDestination>()
  const byId = new Map<string, RoutingDestination>()
  for (const destination of ordered.toReversed()) {
    byName.set(destination.displayName, destination)
    byId.set(destination.id.toLowerCase(), destination)
  }
  return {
    settings,
    destinations: ordered,
    findByName: (entry) => byName.get(entry),
    findById: (entry) => byId.get(entry.toLowerCase()),
    findAccepting: indexAcceptance(ordered),
    suggest: rememberSuggestions(byName),
  }
}

function rememberSuggestions(byName: ReadonlyMap<string, RoutingDestination>): RoutingIndex['suggest'] {
  const remembered = new Map<string, Suggestion | undefined>()
  return (entry) => {
    if (remembered.has(entry)) return remembered.get(entry)
    const destination = byName.get(nearest(entry, byName.keys()) ?? entry)
    const suggestion = destination && { id: destination.id, displayName: destination.displayName }
    if (remembered.size >= MOST_REMEMBERED_SUGGESTIONS) remembered.clear()
    remembered.set(entry, suggestion)
    return suggestion
  }
}

function byCodeUnit(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
