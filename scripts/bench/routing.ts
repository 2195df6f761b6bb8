import { ALERT_TYPES } from '@/lib/domain/alert-type'
import type { RoutingDestination } from '@/lib/domain/destination'
import type { RoutingInput } from '@/lib/domain/routing'
import { SEVERITIES } from '@/lib/domain/severity'
import { explainRouting } from '@/lib/routing/explain-routing'
import { indexConfiguration } from '@/lib/routing/index-configuration'
import { routeAlert } from '@/lib/routing/route-alert'

export type Measure = { name: string; value: number; unit: string }

const LOG_TYPES = Array.from({ length: 40 }, (_, place) => `Custom.Source${place}`)

/** Half accept any log type and half list two; each takes one to five severities and alert types. */
function makeDestinations(count: number): RoutingDestination[] {
  return Array.from({ length: count }, (_, place) => ({
    id: `6f1c2d0a-8f0e-4a52-9a51-${place.toString(16).padStart(12, '0')}`,
    displayName: `team-${(place * 7919) % count}-oncall`,
    severities: SEVERITIES.slice(place % 5),
    alertTypes: ALERT_TYPES.slice(place % 4, (place % 4) + 1 + (place % 5)),
    logTypes: place % 2 === 0 ? [] : [cycle(LOG_TYPES, place), cycle(LOG_TYPES, place * 3)],
  }))
}

/** A third of the alerts each to scenarios 1, 2 and 3; one in a hundred names a destination that is misspelt. */
function makeInputs(count: number, destinations: readonly RoutingDestination[]): RoutingInput[] {
  return Array.from({ length: count }, (_, place) => {
    const alert = {
      type: cycle(ALERT_TYPES.slice(0, 7), place),
      severity: cycle(SEVERITIES, place),
      logTypes: [cycle(LOG_TYPES, place * 11)],
    }
    const named = [cycle(destinations, place), cycle(destinations, place * 31)]
    const typo = place % 100 === 0 ? [`taem-${place % 50}-oncall`] : []
    if (place % 3 === 0)
      return { alert, dynamic: { returned: [...typo, ...named.map((d) => d.displayName)] }, overrides: [] }
    return { alert, dynamic: null, overrides: place % 3 === 1 ? [...typo, ...named.map((d) => d.id)] : [] }
  })
}

/** `items` is never empty. */
function cycle<T>(items: readonly T[], place: number): T {
  return items[place % items.length] as T
}

function elapsedMs(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function benchWide(): Measure[] {
  const destinations = makeDestinations(10_000)
  const configuration = { destinations, settings: { emptyDynamicList: 'continue' } } as const
  const alert = { type: 'RULE', severity: 'HIGH', logTypes: [cycle(LOG_TYPES, 7)] } as const
  const input: RoutingInput = { alert, dynamic: null, overrides: [] }
  const build = elapsedMs(() => indexConfiguration(configuration))
  const index = indexConfiguration(configuration)
  const first = elapsedMs(() => routeAlert(index, input))
  const rounds = 1000
  const again = elapsedMs(() => {
    for (let round = 0; round < rounds; round++) routeAlert(index, input)
  })
  const typo = elapsedMs(() => routeAlert(index, { ...input, overrides: ['taem-77-oncall'] }))
  return [
    { name: 'index 10,000 destinations', value: build, unit: 'ms' },
    { name: '10,000 destinations, first decision of a kind', value: first * 1000, unit: 'µs' },
    { name: '10,000 destinations, decision by configuration', value: (again * 1000) / rounds, unit: 'µs' },
    { name: '10,000 destinations, decision with a new unknown name', value: typo * 1000, unit: 'µs' },
  ]
}

function benchMany(): Measure[] {
  const destinations = makeDestinations(1000)
  const index = indexConfiguration({ destinations, settings: { emptyDynamicList: 'continue' } })
  const inputs = makeInputs(100_000, destinations)
  const decisions = elapsedMs(() => {
    for (const input of inputs) routeAlert(index, input)
  })
  const explained = inputs.slice(0, 2000)
  const receipts = elapsedMs(() => {
    for (const input of explained) explainRouting(index, input)
  })
  return [
    { name: '1,000 destinations, mean decision', value: (decisions * 1000) / inputs.length, unit: 'µs' },
    { name: '1,000 destinations, 100,000 decisions', value: decisions / 1000, unit: 's' },
    { name: '1,000 destinations, receipts', value: (explained.length * 1000) / receipts, unit: '/s' },
  ]
}

/** Measures the routing engine: one alert among very many destinations, and very many alerts among a thousand. */
export function benchRouting(): Measure[] {
  return [...benchWide(), ...benchMany()]
}
