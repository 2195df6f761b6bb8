import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DestinationListQuery } from '@/lib/contracts/destination'
import { SEVERITIES } from '@/lib/domain/severity'
import { hasFilters, toQueryString, withoutFilters } from './list-search'

const anySearch = fc.record({
  q: fc.string({ maxLength: 40 }).map((text) => text.trim()),
  type: fc.subarray(['slack', 'pagerduty', 'custom-webhook']),
  severity: fc.subarray([...SEVERITIES]),
  health: fc.subarray(['delivering', 'failing', 'explicit-only'] as const),
  sort: fc.constantFrom('name', 'type', 'last-delivery', 'updated'),
  order: fc.constantFrom('asc', 'desc'),
  page: fc.integer({ min: 1, max: 200 }),
}) as fc.Arbitrary<DestinationListQuery>

const readBack = (search: DestinationListQuery) =>
  DestinationListQuery.parse(Object.fromEntries(new URLSearchParams(toQueryString(search))))

describe('the filters of the list in the address', () => {
  it('are read back by the server as they were written', () => {
    fc.assert(
      fc.property(anySearch, (search) => {
        expect(readBack(search)).toEqual(search)
      }),
    )
  })

  it('leave the address bare when nothing is chosen', () => {
    expect(toQueryString(DestinationListQuery.parse({}))).toBe('')
  })

  it('can all be taken away at once, keeping the sort', () => {
    fc.assert(
      fc.property(anySearch, (search) => {
        const bare = withoutFilters(search)
        expect(hasFilters(bare)).toBe(false)
        expect(bare.sort).toBe(search.sort)
        expect(bare.page).toBe(1)
      }),
    )
  })
})
