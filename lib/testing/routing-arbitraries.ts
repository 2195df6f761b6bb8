import fc from 'fast-check'
import { ALERT_TYPES } from '../domain/alert-type'
import type { RoutingDestination } from '../domain/destination'
import type { DynamicDestinations, RoutingConfiguration, RoutingInput } from '../domain/routing'
import { SEVERITIES } from '../domain/severity'

const IDS = ['0a', '1b', '2c', '3d', '4e', '5f', 'a6', 'b7'].map((tail) => `6f1c2d0a-8f0e-4a52-9a51-0b7a6a1f00${tail}`)

const NAMES = [
  'alpha',
  'Alpha',
  'alpha-oncall',
  'beta',
  'skip',
  'Zeta',
  '__proto__',
  'constructor',
  'SKIPPER',
  'ünïcode',
]

const STRANGERS = ['', ' SKIP ', 'alhpa', 'ALPHA', 'nope', 'toString', '6f1c2d0a-8f0e-4a52-9a51-0b7a6a1fffff', 'alpha ']

const LOG_TYPES = ['Okta.SystemLog', 'okta.systemlog', 'AWS.CloudTrail', 'Custom.__proto__', 'constructor']

const logTypes = fc.oneof(fc.constant([]), fc.array(fc.constantFrom(...LOG_TYPES), { maxLength: 3 }))

/** What scenario 3 looks at; lists are wide enough that a good part of all alerts are accepted. */
const acceptance = fc.record({
  severities: fc.oneof(fc.constant([...SEVERITIES]), fc.subarray([...SEVERITIES])),
  alertTypes: fc.oneof(fc.constant([...ALERT_TYPES]), fc.subarray([...ALERT_TYPES])),
  logTypes,
})

function workspaceOf(names: fc.Arbitrary<string>): fc.Arbitrary<RoutingDestination[]> {
  const destination = fc
    .tuple(fc.constantFrom(...IDS), names, acceptance)
    .map(([id, displayName, accepts]): RoutingDestination => ({ id, displayName, ...accepts }))
  return fc.uniqueArray(destination, {
    maxLength: 7,
    comparator: (left, right) => left.id === right.id || left.displayName === right.displayName,
  })
}

const settings = fc.record({ emptyDynamicList: fc.constantFrom('continue' as const, 'suppress' as const) })

/** Keeps the rules of display names. */
export const configuration: fc.Arbitrary<RoutingConfiguration> = fc.record({
  destinations: workspaceOf(fc.constantFrom(...NAMES)),
  settings,
})

/** A display name may be another destination's id, in either case: which of the two an entry means then shows. */
export const lawlessConfiguration: fc.Arbitrary<RoutingConfiguration> = fc.record({
  destinations: workspaceOf(fc.constantFrom(...NAMES.slice(0, 3), ...IDS, ...IDS.map((id) => id.toUpperCase()))),
  settings,
})

/** Entries that name something, or nearly, or not at all; never `SKIP`. */
export const entry = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 2, arbitrary: fc.constantFrom(...IDS) },
  { weight: 2, arbitrary: fc.constantFrom(...IDS).map((id) => id.toUpperCase()) },
  { weight: 3, arbitrary: fc.constantFrom(...STRANGERS) },
)

export const entries = fc.oneof(
  { weight: 6, arbitrary: fc.array(entry, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.array(entry, { minLength: 9, maxLength: 13 }) },
)

const returned: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: entries },
  { weight: 1, arbitrary: fc.constantFrom([], null, undefined) },
  { weight: 1, arbitrary: fc.array(fc.oneof(entry, fc.constant('SKIP')), { minLength: 1, maxLength: 12 }) },
  { weight: 1, arbitrary: fc.array(fc.oneof(entry, fc.jsonValue(), fc.constant('SKIP')), { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.oneof(fc.jsonValue(), entry) },
)

export const dynamic: fc.Arbitrary<DynamicDestinations> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 6, arbitrary: returned.map((value) => ({ returned: value })) },
  { weight: 1, arbitrary: fc.string().map((error) => ({ error })) },
)

export const alert: fc.Arbitrary<RoutingInput['alert']> = fc.record({
  type: fc.oneof(fc.constantFrom(...ALERT_TYPES), fc.constantFrom('RULE' as const, 'SYSTEM_ERROR' as const)),
  severity: fc.constantFrom(...SEVERITIES),
  logTypes,
})

export const input: fc.Arbitrary<RoutingInput> = fc.record({
  alert,
  dynamic,
  overrides: fc.oneof(fc.constant([]), entries),
})

/** An alert that has a detection, so that scenarios 1 and 2 apply. */
export const detectionInput = input.filter(({ alert }) => alert.type !== 'SYSTEM_ERROR')

/** A destination that may take the place of any other, under a name of its own. */
export const newcomer: fc.Arbitrary<RoutingDestination> = fc
  .tuple(fc.constantFrom('newcomer', 'alpha-oncal', 'Beta'), acceptance)
  .map(([displayName, accepts]) => ({ id: '11111111-8f0e-4a52-9a51-0b7a6a1f0001', displayName, ...accepts }))
