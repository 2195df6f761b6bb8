import { describe, expect, test } from 'vitest'
import type { RoutingConfiguration, RoutingInput } from '../domain/routing'
import { indexConfiguration } from './index-configuration'
import { routeAlert } from './route-alert'
import caseFile from './routing-cases.json'

type CaseFile = Pick<RoutingConfiguration, 'destinations'> & {
  cases: readonly (RoutingInput & {
    name: string
    settings: Partial<RoutingConfiguration['settings']>
    expect: unknown
  })[]
}

// JSON modules widen every literal to string; the file's shape is checked where the command line reads it.
const { destinations, cases } = caseFile as unknown as CaseFile

const index = indexConfiguration({ destinations, settings: { emptyDynamicList: 'continue' } })
const rule: RoutingInput = {
  alert: { type: 'RULE', severity: 'LOW', logTypes: [] },
  dynamic: null,
  overrides: [],
}
const errors = { id: '6f1c2d0a-8f0e-4a52-9a51-0b7a6a1f0006', displayName: 'errors' }
const general = { id: '6f1c2d0a-8f0e-4a52-9a51-0b7a6a1f0001', displayName: 'dev-general' }

function faultsOf(input: Partial<RoutingInput>) {
  return routeAlert(index, { ...rule, ...input }).faults
}

describe('the published cases', () => {
  test.each(cases)('$name', ({ settings, expect: expected, ...input }) => {
    const index = indexConfiguration({ destinations, settings: { emptyDynamicList: 'continue', ...settings } })
    const { outcome, scenario, destinations: ids, faults } = routeAlert(index, input)
    const names = ids.map((id) => index.findById(id)?.displayName)
    expect({ outcome, scenario, destinations: names, faults: faults.map((fault) => fault.code) }).toEqual(expected)
  })
})

describe('faults', () => {
  test('come in order of appearance: the dynamic entries, their number, then the overrides', () => {
    const entries = ['dev-genral', ...Array.from({ length: 10 }, (_, place) => `stranger number ${place}`)]
    expect(faultsOf({ dynamic: { returned: entries }, overrides: ['Errors'] })).toEqual([
      { code: 'unknown-destination', entry: 'dev-genral', suggestion: general },
      ...entries.slice(1).map((entry) => ({ code: 'unknown-destination', entry })),
      { code: 'many-dynamic-destinations', count: 11 },
      { code: 'unknown-override', entry: 'Errors', suggestion: errors },
    ])
  })

  test('ten dynamic entries are not many', () => {
    expect(faultsOf({ dynamic: { returned: new Array(10).fill('errors') } })).toEqual([])
  })

  test('one entry unknown to both lists is a fault of each', () => {
    const codes = faultsOf({ dynamic: { returned: ['no such place'] }, overrides: ['no such place'] }).map(
      (f) => f.code,
    )
    expect(codes).toEqual(['unknown-destination', 'unknown-override'])
  })

  test('overrides that were not consulted have none', () => {
    expect(faultsOf({ dynamic: { returned: ['errors'] }, overrides: ['no such place'] })).toEqual([])
  })

  test('a name the language gives every object is as unknown as any other', () => {
    expect(faultsOf({ dynamic: { returned: ['__proto__', 'constructor'] } })).toEqual([
      { code: 'unknown-destination', entry: '__proto__' },
      { code: 'unknown-destination', entry: 'constructor' },
    ])
  })

  test('an exception keeps its own words', () => {
    const faults = faultsOf({ dynamic: { error: "KeyError: 'actor'" } })
    expect(faults).toEqual([{ code: 'dynamic-destinations-failed', message: "KeyError: 'actor'" }])
  })

  test.each([
    ['errors', 'destinations() returned a string, not a list'],
    [7, 'destinations() returned a number, not a list'],
    [false, 'destinations() returned a boolean, not a list'],
    [{ errors: 1 }, 'destinations() returned a dict, not a list'],
    [['errors', null], 'Entry 2 of destinations() is None, not a string'],
    [[['errors']], 'Entry 1 of destinations() is a list, not a string'],
  ])('what cannot be used is named without its content: %j', (returned, message) => {
    expect(faultsOf({ dynamic: { returned } })).toEqual([{ code: 'dynamic-destinations-failed', message }])
  })

  test('a suggestion stays right after very many other unknown entries', () => {
    const entries = Array.from({ length: 2500 }, (_, place) => `stranger number ${place}`)
    faultsOf({ overrides: ['dev-genral', ...entries] })
    expect(faultsOf({ overrides: ['dev-genral'] })).toEqual([
      { code: 'unknown-override', entry: 'dev-genral', suggestion: general },
    ])
  })
})
