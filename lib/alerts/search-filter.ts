import type { AlertSearch } from '../contracts/alert-list'
import { type AlertFilter, NO_ALERT_FILTER } from '../domain/alert-filter'
import { type AlertTime, CLASS_OF_TAB } from '../domain/alert-search'

const HOUR_MS = 3_600_000

const TIMES: Record<AlertTime, (nowMs: number) => Pick<AlertFilter, 'acceptedFrom' | 'acceptedTo'>> = {
  '24h': (nowMs) => ({ acceptedFrom: new Date(nowMs - 24 * HOUR_MS) }),
  '7d': (nowMs) => ({ acceptedFrom: new Date(nowMs - 7 * 24 * HOUR_MS) }),
  '30d': (nowMs) => ({ acceptedFrom: new Date(nowMs - 30 * 24 * HOUR_MS) }),
  'older-24h': (nowMs) => ({ acceptedTo: new Date(nowMs - 24 * HOUR_MS) }),
}

/** The filter that the list's address asks for at `now`. */
export function searchFilter(search: AlertSearch, now: Date): AlertFilter {
  const { time, from, to } = search
  return {
    ...NO_ALERT_FILTER,
    class: CLASS_OF_TAB[search.tab],
    types: search.type,
    severities: search.severity,
    statuses: search.status,
    logTypes: search.logType,
    detectionId: search.detection === '' ? undefined : search.detection,
    destinationId: search.destination === '' ? undefined : search.destination,
    deliveryStates: search.delivery,
    isUnrouted: search.unrouted,
    text: search.q,
    ...(time === '' ? { acceptedFrom: momentOf(from), acceptedTo: momentOf(to) } : TIMES[time](now.getTime())),
  }
}

const momentOf = (text: string) => (text === '' ? undefined : new Date(text))
