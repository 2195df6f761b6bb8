import { describe, expect, it } from 'vitest'
import { AlertSearch } from '@/lib/contracts/alert-list'
import { alertsHref, hasFilters, toQuery, withoutFilters } from './list-search'

const search = (changes: Partial<AlertSearch> = {}): AlertSearch => ({
  ...withoutFilters({ tab: 'alerts' }),
  ...changes,
})
const read = (query: string) => AlertSearch.parse(Object.fromEntries(new URLSearchParams(query)))

describe('the address of the alert list', () => {
  it('is empty by default, and then asks for what is open', () => {
    expect(toQuery(search())).toBe('')
    expect(read('')).toEqual(search())
    expect(read('').status).toEqual(['OPEN'])
  })

  it('says that any status is asked for by an empty one', () => {
    expect(toQuery(search({ status: [] }))).toBe('status=')
    expect(read('status=').status).toEqual([])
  })

  it.each<Partial<AlertSearch>>([
    { tab: 'system-errors' },
    { q: 'user@example.com, =1' },
    { severity: ['HIGH', 'CRITICAL'], status: ['OPEN', 'TRIAGED'] },
    { type: ['POLICY'], detection: 'Okta.User.LockedOut', logType: ['Okta.SystemLog'] },
    { destination: '6f3c0e1c-9f5b-4f4e-8f6a-0a6c3a1f2b11', delivery: ['failed', 'waiting'], unrouted: true },
    { time: '7d' },
    { from: '2026-03-01T12:00:00Z', to: '2026-03-02T12:00:00+01:00' },
  ])('is read as it was written: %o', (changes) => {
    expect(read(toQuery(search(changes)))).toEqual(search(changes))
  })

  it('leaves out what cannot be read', () => {
    expect(read('tab=nope&severity=LOUD&destination=x&delivery=lost&unrouted=maybe&time=1y&from=yesterday')).toEqual(
      search(),
    )
  })

  it('tells filters from a tab', () => {
    expect(hasFilters(search({ tab: 'system-errors' }))).toBe(false)
    expect(hasFilters(search({ status: [] }))).toBe(true)
    expect(alertsHref({ unrouted: true })).toBe('/alerts?unrouted=true')
    expect(alertsHref({})).toBe('/alerts')
  })
})
