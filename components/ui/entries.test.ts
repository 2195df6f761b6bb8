import { describe, expect, it } from 'vitest'
import { filterItems, groupItems, readEntries, splitEntries } from './entries'

const items = [
  { value: 'Okta.SystemLog', label: 'Okta.SystemLog', group: 'Okta' },
  { value: 'AWS.CloudTrail', label: 'AWS.CloudTrail', group: 'AWS' },
  { value: 'AWS.ALB', label: 'AWS.ALB', description: 'Load balancer', group: 'AWS' },
]

describe('splitEntries', () => {
  it('splits at lines, commas, semicolons and tabs, and drops blanks and repeats', () => {
    expect(splitEntries(' a,b\r\nc;\t d\n\nb ')).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('readEntries', () => {
  it('finds an item whatever the case', () => {
    expect(readEntries(['okta.systemlog', 'AWS.ALB'], { items })).toEqual({
      values: ['Okta.SystemLog', 'AWS.ALB'],
      refused: [],
    })
  })

  it('refuses an unknown entry unless free entry is allowed', () => {
    expect(readEntries(['Custom.Mine'], { items })).toEqual({ values: [], refused: ['Custom.Mine'] })
    expect(readEntries(['Custom.Mine'], { items, allowsFreeEntry: true })).toEqual({
      values: ['Custom.Mine'],
      refused: [],
    })
  })

  it('keeps an entry of another case as it is when names are exact', () => {
    expect(readEntries(['aws.alb', 'AWS.ALB'], { items, allowsFreeEntry: true, isExact: true }).values).toEqual([
      'aws.alb',
      'AWS.ALB',
    ])
  })

  it('refuses a free entry that has a problem', () => {
    const entryProblem = (entry: string) => (entry.includes(' ') ? 'No blanks.' : undefined)
    expect(readEntries(['a b', 'ab'], { items, allowsFreeEntry: true, entryProblem })).toEqual({
      values: ['ab'],
      refused: ['a b'],
    })
  })
})

describe('filterItems', () => {
  it('looks in label, description and group', () => {
    expect(filterItems(items, 'BALANCER').map((item) => item.value)).toEqual(['AWS.ALB'])
    expect(filterItems(items, 'aws')).toHaveLength(2)
    expect(filterItems(items, ' ')).toHaveLength(3)
  })
})

describe('groupItems', () => {
  it('keeps the order of first appearance', () => {
    expect(groupItems(items).map(({ group, items: members }) => [group, members.length])).toEqual([
      ['Okta', 1],
      ['AWS', 2],
    ])
  })
})
