import { parseAsArrayOf, parseAsStringLiteral } from 'nuqs/server'
import { DELIVERY_REASONS, DELIVERY_STATES, type DeliveryReason, type DeliveryState } from '@/lib/domain/delivery'
import { LOG_TIMES, type LogTime } from '@/lib/domain/delivery-filter'

/** The log's filters as they stand in the address; the page and the browser read them by the same parsers. */
export const LOG_SEARCH = {
  state: parseAsArrayOf(parseAsStringLiteral(DELIVERY_STATES)).withDefault([]),
  reason: parseAsArrayOf(parseAsStringLiteral(DELIVERY_REASONS)).withDefault([]),
  time: parseAsStringLiteral([...LOG_TIMES, '']).withDefault(''),
}

export type LogFilter = { state: readonly DeliveryState[]; reason: readonly DeliveryReason[]; time: LogTime | '' }

export const NO_LOG_FILTER: LogFilter = { state: [], reason: [], time: '' }

export const hasLogFilter = ({ state, reason, time }: LogFilter): boolean =>
  state.length > 0 || reason.length > 0 || time !== ''

/** What the server is asked for. */
export function logQueryText({ state, reason, time }: LogFilter, before: string | null): string {
  const given = { states: state.join(','), reasons: reason.join(','), time, before: before ?? '' }
  return new URLSearchParams(Object.entries(given).filter(([, value]) => value !== '')).toString()
}
