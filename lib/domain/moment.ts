import { parseDateTime } from './date-time'

const UNIX_SECONDS = /^\d{1,11}$/
const MONTH = /^\d{4}-\d{2}$/
const DATE = /^\d{4}-\d{2}-\d{2}$/

/**
 * The moment that a query names, in any of the forms Panther's API takes: an RFC 3339 date-time, a date (`2026-03-01`) or a
 * month (`2026-03`), which stand for their first moment in UTC, or Unix seconds. `undefined` for anything else.
 */
export function parseMoment(text: string): Date | undefined {
  if (UNIX_SECONDS.test(text)) return new Date(Number(text) * 1000)
  if (MONTH.test(text)) return parseDateTime(`${text}-01T00:00:00Z`)
  if (DATE.test(text)) return parseDateTime(`${text}T00:00:00Z`)
  return parseDateTime(text)
}
