import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RoutingDestination } from '../domain/destination'
import type { Decision, Fault, RoutingConfiguration, RoutingInput } from '../domain/routing'
import { configuration, input, lawlessConfiguration } from '../testing/routing-arbitraries'
import { explainRouting } from './explain-routing'
import { indexConfiguration } from './index-configuration'

type Ruling = Pick<Decision, 'outcome' | 'scenario' | 'destinations'> & { faults: unknown[] }

const sameId = (left: string, right: string) => left.toLowerCase() === right.toLowerCase()

const distinct = (values: string[]) => values.filter((value, place) => values.indexOf(value) === place)

function accepts(destination: RoutingDestination, { type, severity, logTypes }: RoutingInput['alert']): boolean {
  if (type !== 'SYSTEM_ERROR' && !destination.severities.includes(severity)) return false
  if (!destination.alertTypes.includes(type)) return false
  if (destination.logTypes.length === 0) return true
  return destination.logTypes.filter((logType) => logTypes.includes(logType)).length > 0
}

/** The contract read sentence by sentence, with nothing arranged beforehand; faults without their wording and suggestion. */
function rule({ destinations, settings }: RoutingConfiguration, { alert, dynamic, overrides }: RoutingInput): Ruling {
  const faults: unknown[] = []
  const named = (entry: string) => destinations.filter((destination) => destination.displayName === entry)
  const identified = (entry: string) => destinations.filter((destination) => sameId(destination.id, entry))
  const hasDetection = alert.type !== 'SYSTEM_ERROR'
  const returned = dynamic !== null && 'returned' in dynamic ? dynamic.returned : null

  if (hasDetection && dynamic !== null && 'error' in dynamic) faults.push({ code: 'dynamic-destinations-failed' })
  if (hasDetection && Array.isArray(returned)) {
    const nowhere: Ruling = { outcome: 'skipped', scenario: 1, destinations: [], faults: [] }
    if (returned.some((entry) => entry === 'SKIP')) return nowhere
    if (returned.length === 0 && settings.emptyDynamicList === 'suppress') return nowhere
    if (returned.every((entry) => typeof entry === 'string')) {
      const taken = returned.map((entry) => [...named(entry), ...identified(entry)][0])
      const unknown = returned.filter((_, place) => taken[place] === undefined)
      for (const entry of distinct(unknown)) faults.push({ code: 'unknown-destination', entry })
      if (returned.length > 10) faults.push({ code: 'many-dynamic-destinations', count: returned.length })
      const ids = distinct(taken.flatMap((destination) => destination?.id ?? []))
      if (ids.length > 0) return { outcome: 'routed', scenario: 1, destinations: ids, faults }
    } else faults.push({ code: 'dynamic-destinations-failed' })
  } else if (hasDetection && returned !== null && returned !== undefined) {
    faults.push({ code: 'dynamic-destinations-failed' })
  }

  if (hasDetection) {
    const taken = overrides.map((entry) => [...identified(entry), ...named(entry)][0])
    const unknown = overrides.filter((_, place) => taken[place] === undefined)
    for (const entry of distinct(unknown)) faults.push({ code: 'unknown-override', entry })
    const ids = distinct(taken.flatMap((destination) => destination?.id ?? []))
    if (ids.length > 0) return { outcome: 'routed', scenario: 2, destinations: ids, faults }
  }

  const accepting = destinations.filter((destination) => accepts(destination, alert))
  if (accepting.length === 0) return { outcome: 'unrouted', scenario: null, destinations: [], faults }
  accepting.sort((left, right) => (left.displayName < right.displayName ? -1 : 1))
  return { outcome: 'routed', scenario: 3, destinations: accepting.map(({ id }) => id), faults }
}

function withoutWording(fault: Fault): unknown {
  if (fault.code === 'dynamic-destinations-failed') return { code: fault.code }
  if (fault.code === 'many-dynamic-destinations') return fault
  return { code: fault.code, entry: fault.entry }
}

test('the engine decides as a plain reading of the contract does', () => {
  fc.assert(
    fc.property(fc.oneof(configuration, lawlessConfiguration), input, (workspace, input) => {
      const { decision } = explainRouting(indexConfiguration(workspace), input)
      const decided = { ...decision, faults: decision.faults.map(withoutWording) }
      expect(decided).toEqual(rule(workspace, input))
    }),
    { numRuns: 3000 },
  )
})

test('one index decides one alert after another as a fresh one would', () => {
  fc.assert(
    fc.property(configuration, fc.array(input, { minLength: 2, maxLength: 12 }), (workspace, inputs) => {
      const index = indexConfiguration(workspace)
      for (const input of inputs) {
        expect(explainRouting(index, input)).toEqual(explainRouting(indexConfiguration(workspace), input))
      }
    }),
    { numRuns: 300 },
  )
})
