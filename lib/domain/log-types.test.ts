import { describe, expect, it } from 'vitest'
import { LOG_TYPES } from './log-type-catalogue'
import { LOG_TYPE_RULE } from './log-type-rule'
import { isKnownLogType, suggestLogType } from './log-types'

describe('LOG_TYPES', () => {
  it('names each log type once, in the shape every log type has', () => {
    const names = LOG_TYPES.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => !LOG_TYPE_RULE.pattern.test(name))).toEqual([])
  })

  it('is sorted by vendor and name, ignoring case', () => {
    const order = (type: { name: string; vendor: string }) => `${type.vendor}\0${type.name}`.toLowerCase()
    expect(LOG_TYPES).toEqual(LOG_TYPES.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)))
  })
})

describe('suggestLogType', () => {
  it.each([
    ['aws.cloudtrail', 'AWS.CloudTrail'],
    ['AWS.CloudTrial', 'AWS.CloudTrail'],
    ['Github.Audit', 'GitHub.Audit'],
    ['Okta.SystemLogs', 'Okta.SystemLog'],
  ])('takes %s for %s', (typed, meant) => {
    expect(isKnownLogType(typed)).toBe(false)
    expect(suggestLogType(typed)).toBe(meant)
  })

  it.each(['AWS.CloudTrail', 'Custom.AWS.CloudTrial', 'Something.Else.Entirely', ''])(
    'says nothing about "%s"',
    (name) => {
      expect(suggestLogType(name)).toBeUndefined()
    },
  )
})

describe('LOG_TYPE_RULE', () => {
  it.each(['AWS.CloudTrail', 'Custom.My_Log-2', 'x'.repeat(200)])('allows %s', (name) => {
    expect(LOG_TYPE_RULE.pattern.test(name)).toBe(true)
  })

  it.each(['', 'AWS CloudTrail', 'AWS.CloudTrail\n', 'é', 'x'.repeat(201)])('refuses "%s"', (name) => {
    expect(LOG_TYPE_RULE.pattern.test(name)).toBe(false)
  })
})
