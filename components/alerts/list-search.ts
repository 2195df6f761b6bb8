import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import type { AlertSearch } from '@/lib/contracts/alert-list'
import { ALERT_STATUSES } from '@/lib/domain/alert-record'
import { ALERT_TABS, ALERT_TIMES, DEFAULT_STATUSES } from '@/lib/domain/alert-search'
import { ALERT_TYPES } from '@/lib/domain/alert-type'
import { DELIVERY_STATES } from '@/lib/domain/delivery'
import { SEVERITIES } from '@/lib/domain/severity'

/** The list's filters as they stand in the address; the page and the browser read them by the same parsers. */
export const ALERT_SEARCH = {
  tab: parseAsStringLiteral(ALERT_TABS).withDefault('alerts'),
  q: parseAsString.withDefault(''),
  severity: parseAsArrayOf(parseAsStringLiteral(SEVERITIES)).withDefault([]),
  status: parseAsArrayOf(parseAsStringLiteral(ALERT_STATUSES)).withDefault([...DEFAULT_STATUSES]),
  type: parseAsArrayOf(parseAsStringLiteral(ALERT_TYPES)).withDefault([]),
  detection: parseAsString.withDefault(''),
  logType: parseAsArrayOf(parseAsString).withDefault([]),
  destination: parseAsString.withDefault(''),
  delivery: parseAsArrayOf(parseAsStringLiteral(DELIVERY_STATES)).withDefault([]),
  unrouted: parseAsBoolean.withDefault(false),
  time: parseAsStringLiteral([...ALERT_TIMES, '']).withDefault(''),
  from: parseAsString.withDefault(''),
  to: parseAsString.withDefault(''),
}

const NO_FILTERS: Omit<AlertSearch, 'tab'> = {
  q: '',
  severity: [],
  status: [...DEFAULT_STATUSES],
  type: [],
  detection: '',
  logType: [],
  destination: '',
  delivery: [],
  unrouted: false,
  time: '',
  from: '',
  to: '',
}

/** The same tab without its filters. */
export const withoutFilters = ({ tab }: Pick<AlertSearch, 'tab'>): AlertSearch => ({ tab, ...NO_FILTERS })

export const hasFilters = (search: AlertSearch): boolean => toQuery(search) !== toQuery(withoutFilters(search))

/** The address's query, without what is as it is by default and without a question mark. */
export function toQuery(search: AlertSearch): string {
  const given = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '')
    if (text !== DEFAULT_TEXTS[name]) given.set(name, text)
  }
  return given.toString()
}

// An empty `status` asks for any: only the default may be left out.
const DEFAULT_TEXTS: Record<string, string> = {
  ...Object.fromEntries(Object.keys(ALERT_SEARCH).map((name) => [name, ''])),
  tab: 'alerts',
  status: DEFAULT_STATUSES.join(','),
  unrouted: 'false',
}

/** Where the list shows this. */
export function alertsHref(search: Partial<AlertSearch>): string {
  const query = toQuery({ ...withoutFilters({ tab: 'alerts' }), ...search })
  return query === '' ? '/alerts' : `/alerts?${query}`
}
