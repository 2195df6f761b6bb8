import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isExplicitOnly, type RoutingDestination } from '../domain/destination'
import type { Fault, Receipt, RoutingConfiguration, RoutingInput } from '../domain/routing'
import * as given from '../testing/routing-arbitraries'
import { explainRouting } from './explain-routing'
import { indexConfiguration } from './index-configuration'
import { routeAlert } from './route-alert'
import { withDraft } from './with-draft'

const explain = (workspace: RoutingConfiguration, input: RoutingInput) =>
  explainRouting(indexConfiguration(workspace), input)

const decide = (workspace: RoutingConfiguration, input: RoutingInput) =>
  routeAlert(indexConfiguration(workspace), input)

function withoutSuggestion(fault: Fault): Fault {
  return 'suggestion' in fault ? { code: fault.code, entry: fault.entry } : fault
}

/** What a receipt says of every destination but one, and of the alert; suggestions aside. */
function answersBeside(receipt: Receipt, id?: string) {
  const { outcome, scenario, destinations, faults } = receipt.decision
  return {
    decision: { outcome, scenario, destinations, faults: faults.map(withoutSuggestion) },
    entries: receipt.entries.filter((entry) => entry.destinationId !== id),
  }
}

function entriesOf({ dynamic, overrides }: RoutingInput): unknown[] {
  const returned = dynamic !== null && 'returned' in dynamic ? dynamic.returned : []
  return [...(Array.isArray(returned) ? returned : []), ...overrides]
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(Object.freeze(value))) deepFreeze(inner)
  return value
}

test('routing is total and deterministic, and changes nothing it is given', () => {
  const anything = fc.record({
    alert: given.alert,
    dynamic: fc.oneof(
      given.dynamic,
      fc.anything().map((returned) => ({ returned })),
    ),
    overrides: given.entries,
  })
  fc.assert(
    fc.property(fc.oneof(given.configuration, given.lawlessConfiguration), anything, (workspace, input) => {
      deepFreeze(workspace)
      deepFreeze(input.alert)
      deepFreeze(input.overrides)
      expect(explain(workspace, input)).toEqual(explain(workspace, input))
    }),
  )
})

test('a list of any length is decided', () => {
  const entries = Array.from({ length: 150_000 }, (_, place) => `stranger ${place}`)
  const workspace: RoutingConfiguration = { destinations: [], settings: { emptyDynamicList: 'continue' } }
  const alert = { type: 'RULE', severity: 'LOW', logTypes: [] } as const
  const { outcome, faults } = decide(workspace, { alert, dynamic: { returned: entries }, overrides: entries })
  expect(outcome).toBe('unrouted')
  expect(faults).toHaveLength(300_001)
})

test('the order in which destinations are stored does not matter', () => {
  const stored = fc
    .oneof(given.configuration, given.lawlessConfiguration)
    .chain((workspace) =>
      fc.tuple(
        fc.constant(workspace),
        fc.shuffledSubarray([...workspace.destinations], { minLength: workspace.destinations.length }),
      ),
    )
  fc.assert(
    fc.property(stored, given.input, ([workspace, destinations], input) => {
      expect(explain({ ...workspace, destinations }, input)).toEqual(explain(workspace, input))
    }),
  )
})

test('a destination neither named nor matching changes no other answer by being added, changed or removed', () => {
  fc.assert(
    fc.property(given.configuration, given.input, given.newcomer, given.newcomer, (workspace, input, before, after) => {
      const reaches = (newcomer: RoutingDestination) =>
        decide({ ...workspace, destinations: [newcomer] }, { ...input, dynamic: null, overrides: [] }).outcome ===
        'routed'
      fc.pre(!reaches(before) && !reaches(after))
      const without = answersBeside(explain(workspace, input))
      expect(answersBeside(explain(withDraft(workspace, before), input), before.id)).toEqual(without)
      expect(answersBeside(explain(withDraft(withDraft(workspace, before), after), input), after.id)).toEqual(without)
    }),
    { numRuns: 500 },
  )
})

const renaming = fc
  .tuple(given.configuration, given.input, fc.nat(), fc.constantFrom('Aardvark', 'renamed', 'zz', 'beta', 'skip'))
  .filter(
    ([{ destinations }, , , name]) => destinations.length > 0 && !destinations.some((d) => d.displayName === name),
  )
  .map(([workspace, input, pick, displayName]) => {
    const destination = workspace.destinations[pick % workspace.destinations.length] as RoutingDestination
    return { workspace, input, destination, displayName }
  })

test('renaming a destination changes only entries equal to its names, suggestions, and the order of scenario 3', () => {
  fc.assert(
    fc.property(renaming, ({ workspace, input, destination, displayName }) => {
      const touched = [destination.displayName, displayName]
      fc.pre(!entriesOf(input).some((entry) => touched.includes(String(entry))))
      const old = explain(workspace, input)
      const renamed = explain(withDraft(workspace, { ...destination, displayName }), input)
      const isByConfiguration = old.decision.scenario === 3
      const nameless = (receipt: Receipt) => {
        const { decision, entries } = answersBeside(receipt)
        const destinations = isByConfiguration ? decision.destinations.toSorted() : decision.destinations
        const answers = entries.map((entry) => ({ ...entry, displayName: '' }))
        answers.sort((left, right) => (left.destinationId < right.destinationId ? -1 : 1))
        return { decision: { ...decision, destinations }, answers }
      }
      expect(nameless(renamed)).toEqual(nameless(old))
    }),
    { numRuns: 500 },
  )
})

test('SKIP wins over everything', () => {
  const list = fc.tuple(
    fc.array(fc.oneof(given.entry, fc.jsonValue())),
    fc.array(fc.oneof(given.entry, fc.jsonValue())),
  )
  fc.assert(
    fc.property(given.configuration, given.detectionInput, list, (workspace, input, [before, after]) => {
      const decision = decide(workspace, { ...input, dynamic: { returned: [...before, 'SKIP', ...after] } })
      expect(decision).toEqual({ outcome: 'skipped', scenario: 1, destinations: [], faults: [] })
    }),
  )
})

const populated = given.configuration.filter(({ destinations }) => destinations.length > 0)

test('scenario 1 wins over 2 and 3: once destinations() names a destination, nothing else has a say', () => {
  fc.assert(
    fc.property(
      populated,
      given.detectionInput,
      given.entries,
      given.entries,
      (workspace, input, returned, overrides) => {
        const list = [...returned, workspace.destinations[0]?.displayName]
        const decision = decide(workspace, { ...input, dynamic: { returned: list } })
        expect(decision).toMatchObject({ outcome: 'routed', scenario: 1 })
        expect(decide(workspace, { ...input, dynamic: { returned: list }, overrides })).toEqual(decision)
        expect(decide(acceptingNothing(workspace), { ...input, dynamic: { returned: list } })).toEqual(decision)
      },
    ),
  )
})

test('scenario 2 wins over 3: once an override names a destination, no configuration has a say', () => {
  fc.assert(
    fc.property(populated, given.detectionInput, given.entries, (workspace, input, entries) => {
      const overrides = [...entries, workspace.destinations[0]?.id.toUpperCase() ?? '']
      const decision = decide(workspace, { ...input, dynamic: null, overrides })
      expect(decision).toMatchObject({ outcome: 'routed', scenario: 2 })
      expect(decide(acceptingNothing(workspace), { ...input, dynamic: null, overrides })).toEqual(decision)
    }),
  )
})

test('a destination is explicit-only exactly when no alert reaches it by its own configuration', () => {
  fc.assert(
    fc.property(given.newcomer, fc.array(given.alert, { minLength: 60, maxLength: 60 }), (destination, alerts) => {
      const workspace: RoutingConfiguration = {
        destinations: [destination],
        settings: { emptyDynamicList: 'continue' },
      }
      const severity = destination.severities[0] ?? 'LOW'
      const likely = destination.alertTypes.map((type) => ({ type, severity, logTypes: destination.logTypes }))
      const reached = [...alerts, ...likely].some(
        (alert) => decide(workspace, { alert, dynamic: null, overrides: [] }).outcome === 'routed',
      )
      expect(reached).toBe(!isExplicitOnly(destination))
    }),
  )
})

test('a preview of a draft equals the decision after the draft is saved', () => {
  fc.assert(
    fc.property(populated, given.newcomer, fc.option(fc.nat()), given.input, (workspace, draft, edited, input) => {
      const { destinations } = workspace
      const id = edited === null ? draft.id : (destinations[edited % destinations.length]?.id ?? draft.id)
      const saved = [{ ...draft, id }, ...destinations.filter((destination) => destination.id !== id)]
      const preview = explain(withDraft(workspace, { ...draft, id }), input)
      expect(preview).toEqual(explain({ ...workspace, destinations: saved }, input))
      expect(preview.decision).toEqual(decide({ ...workspace, destinations: saved }, input))
      expect(workspace.destinations).toBe(destinations)
    }),
  )
})

function acceptingNothing({ destinations, settings }: RoutingConfiguration): RoutingConfiguration {
  return { settings, destinations: destinations.map((destination) => ({ ...destination, alertTypes: [] })) }
}
