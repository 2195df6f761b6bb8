import { assertNever } from '@/lib/domain/assert-never'
import type { RoutingDestination } from '@/lib/domain/destination'
import type { Decision, Fault, RoutingInput, Scenario } from '@/lib/domain/routing'
import type { RoutingIndex } from './index-configuration'
import { readDynamicDestinations } from './read-dynamic-destinations'

/** Panther keeps the first ten entries `destinations()` returns and drops the rest. */
const MOST_ENTRIES_PANTHER_KEEPS = 10

/** Decides where an alert goes. Total and pure: the same index and input always give the same decision. */
export function routeAlert(index: RoutingIndex, input: RoutingInput): Decision {
  if (input.alert.type === 'SYSTEM_ERROR') return routeByConfiguration(index, input, [])
  const reading = readDynamicDestinations(input.dynamic, index.settings)
  switch (reading.said) {
    case 'skip':
      return { outcome: 'skipped', scenario: 1, destinations: [], faults: [] }
    case 'nothing':
      return routeByOverrides(index, input, [])
    case 'unusable':
      return routeByOverrides(index, input, [{ code: 'dynamic-destinations-failed', message: reading.message }])
    case 'entries': {
      const named = resolve(reading.entries, (entry) => index.findByName(entry) ?? index.findById(entry))
      const faults = dynamicFaults(index, reading.entries, named.unknown)
      if (named.destinations.length > 0) return routed(1, named.destinations, faults)
      return routeByOverrides(index, input, faults)
    }
    default:
      return assertNever(reading)
  }
}

function routeByOverrides(index: RoutingIndex, input: RoutingInput, earlier: readonly Fault[]): Decision {
  const named = resolve(input.overrides, (entry) => index.findById(entry) ?? index.findByName(entry))
  const faults = [...earlier, ...named.unknown.map((entry) => unknownEntry(index, 'unknown-override', entry))]
  if (named.destinations.length > 0) return routed(2, named.destinations, faults)
  return routeByConfiguration(index, input, faults)
}

function routeByConfiguration(index: RoutingIndex, input: RoutingInput, faults: readonly Fault[]): Decision {
  const accepting = index.findAccepting(input.alert)
  if (accepting.length > 0) return routed(3, accepting, faults)
  return { outcome: 'unrouted', scenario: null, destinations: [], faults }
}

function routed(scenario: Scenario, destinations: readonly string[], faults: readonly Fault[]): Decision {
  return { outcome: 'routed', scenario, destinations, faults }
}

/** Ids in order of first appearance, and the distinct entries that name nothing. */
function resolve(entries: readonly string[], find: (entry: string) => RoutingDestination | undefined) {
  const destinations = new Set<string>()
  const unknown = new Set<string>()
  for (const entry of entries) {
    const destination = find(entry)
    if (destination === undefined) unknown.add(entry)
    else destinations.add(destination.id)
  }
  return { destinations: [...destinations], unknown: [...unknown] }
}

/** The length of the list is known once it has been read to its end, so that fault comes after those of its entries. */
function dynamicFaults(index: RoutingIndex, entries: readonly string[], unknown: readonly string[]): Fault[] {
  const faults = unknown.map((entry) => unknownEntry(index, 'unknown-destination', entry))
  if (entries.length <= MOST_ENTRIES_PANTHER_KEEPS) return faults
  return [...faults, { code: 'many-dynamic-destinations', count: entries.length }]
}

function unknownEntry(index: RoutingIndex, code: 'unknown-destination' | 'unknown-override', entry: string): Fault {
  const suggestion = index.suggest(entry)
  return suggestion === undefined ? { code, entry } : { code, entry, suggestion }
}
