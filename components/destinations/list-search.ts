import { parseAsArrayOf, parseAsInteger, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import type { DestinationListQuery } from '@/lib/contracts/destination'
import { DESTINATION_HEALTH, DESTINATION_SORTS } from '@/lib/domain/console'
import { SEVERITIES } from '@/lib/domain/severity'

/** The list's filters, sort and page as they stand in the address; the page and the browser read them by the same parsers. */
export const listSearch = {
  q: parseAsString.withDefault(''),
  type: parseAsArrayOf(parseAsString).withDefault([]),
  severity: parseAsArrayOf(parseAsStringLiteral(SEVERITIES)).withDefault([]),
  health: parseAsArrayOf(parseAsStringLiteral([...DESTINATION_HEALTH, 'explicit-only'])).withDefault([]),
  sort: parseAsStringLiteral(DESTINATION_SORTS).withDefault('name'),
  order: parseAsStringLiteral(['asc', 'desc']).withDefault('asc'),
  page: parseAsInteger.withDefault(1),
}

const NO_FILTERS = { q: '', type: [], severity: [], health: [] }

/** The same list without its filters. */
export const withoutFilters = (search: DestinationListQuery): DestinationListQuery => ({
  ...search,
  ...NO_FILTERS,
  page: 1,
})

export function hasFilters({ q, type, severity, health }: DestinationListQuery): boolean {
  return q !== '' || type.length > 0 || severity.length > 0 || health.length > 0
}

/** The address's query, without what is as it is by default: `?health=paused&page=2`, or nothing at all. */
export function toQueryString(search: DestinationListQuery): string {
  const { q, type, severity, health, sort, order, page } = search
  const given = {
    q,
    type: type.join(','),
    severity: severity.join(','),
    health: health.join(','),
    sort: sort === 'name' ? '' : sort,
    order: order === 'asc' ? '' : order,
    page: page === 1 ? '' : String(page),
  }
  const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''))
  return query.size === 0 ? '' : `?${query}`
}
