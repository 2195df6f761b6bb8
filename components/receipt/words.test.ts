import { describe, expect, it } from 'vitest'
import { applyFix, fixesOf } from './fix'
import { faultText, headlineOf, reasonText } from './words'

const settings = { emptyDynamicList: 'continue' } as const

describe('headlineOf', () => {
  it('names the scenario that won before the outcome', () => {
    const headline = headlineOf({ outcome: 'routed', scenario: 2, chosen: [1, 2], settings })
    expect(headline.scenario).toBe('Scenario 2 · Destination Overrides')
    expect(headline.outcome).toBe('Routed to 2 destinations')
  })

  it('says that an unrouted alert is kept', () => {
    const headline = headlineOf({ outcome: 'unrouted', scenario: null, chosen: [], settings })
    expect(headline.outcome).toBe('Unrouted')
    expect(headline.explanation).toContain('kept')
  })

  it('names the empty list as a cause of a skip only where the workspace reads it so', () => {
    const skipped = { outcome: 'skipped', scenario: 1, chosen: [] } as const
    expect(headlineOf({ ...skipped, settings }).explanation).not.toContain('empty list')
    expect(headlineOf({ ...skipped, settings: { emptyDynamicList: 'suppress' } }).explanation).toContain('empty list')
  })
})

describe('reasonText', () => {
  it.each([
    [{ code: 'severity-not-accepted', severity: 'HIGH', accepted: ['INFO', 'LOW'] }, 'HIGH is not among INFO, LOW'],
    [{ code: 'severity-not-accepted', severity: 'HIGH', accepted: [] }, 'It accepts no severity'],
    [
      { code: 'alert-type-not-accepted', alertType: 'POLICY', accepted: ['RULE'] },
      'Policy Failures is not among Rule Matches',
    ],
    [{ code: 'alert-type-not-accepted', alertType: 'POLICY', accepted: [] }, 'It accepts no alert type'],
    [
      { code: 'log-type-not-accepted', logTypes: ['Okta.SystemLog'], accepted: ['AWS.CloudTrail'] },
      'Okta.SystemLog is not among AWS.CloudTrail',
    ],
    [
      { code: 'log-type-not-accepted', logTypes: [], accepted: ['AWS.CloudTrail'] },
      'The alert has no log type, and it accepts only AWS.CloudTrail',
    ],
    [{ code: 'log-type-not-accepted', logTypes: ['A', 'B'], accepted: ['C'] }, 'None of A, B is among C'],
    [{ code: 'not-named' }, 'Not named by the detection'],
    [{ code: 'skipped' }, 'Skipped by the detection'],
  ] as const)('puts %j in plain words', (reason, words) => {
    expect(reasonText(reason, 2)).toBe(words)
  })

  it('counts what a long list leaves out', () => {
    const accepted = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
    expect(reasonText({ code: 'log-type-not-accepted', logTypes: ['X'], accepted }, 3)).toBe(
      'X is not among A, B, C, D and 3 more',
    )
  })
})

describe('faultText', () => {
  it('says which entry names nothing', () => {
    expect(faultText({ code: 'unknown-destination', entry: 'dev-genral' })).toContain('“dev-genral”')
    expect(faultText({ code: 'unknown-override', entry: 'gone' })).toContain('“gone”')
  })

  it('ends what a failed call said with one full stop', () => {
    expect(faultText({ code: 'dynamic-destinations-failed', message: 'It broke.' })).toContain('It broke. Routing')
    expect(faultText({ code: 'dynamic-destinations-failed', message: 'It broke' })).toContain('It broke. Routing')
  })
})

describe('fixesOf', () => {
  const suggestion = { id: 'id-1', displayName: 'dev-general' }

  it('offers the near name first: the name for a returned entry, the id for an override', () => {
    const [dynamic] = fixesOf({ code: 'unknown-destination', entry: 'dev-genral', suggestion })
    expect(dynamic).toEqual({
      label: 'Use dev-general',
      fix: { list: 'dynamic', entry: 'dev-genral', replacement: 'dev-general' },
    })
    const [override] = fixesOf({ code: 'unknown-override', entry: 'dev-genral', suggestion })
    expect(override?.fix).toEqual({ list: 'overrides', entry: 'dev-genral', replacement: 'id-1' })
  })

  it('offers to remove what is near nothing', () => {
    expect(fixesOf({ code: 'unknown-override', entry: 'gone' })).toEqual([
      { label: 'Remove it', fix: { list: 'overrides', entry: 'gone', replacement: null } },
    ])
  })

  it('has nothing to offer where no entry is at fault', () => {
    expect(fixesOf({ code: 'many-dynamic-destinations', count: 11 })).toEqual([])
  })
})

describe('applyFix', () => {
  it('puts the replacement where the entry was', () => {
    expect(applyFix(['a', 'x', 'b'], { list: 'dynamic', entry: 'x', replacement: 'y' })).toEqual(['a', 'y', 'b'])
  })

  it('never names a destination twice', () => {
    expect(applyFix(['y', 'x'], { list: 'dynamic', entry: 'x', replacement: 'y' })).toEqual(['y'])
  })

  it('takes the entry out when there is no replacement', () => {
    expect(applyFix(['a', 'x'], { list: 'overrides', entry: 'x', replacement: null })).toEqual(['a'])
  })
})
