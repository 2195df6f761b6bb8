const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const WEEK_MS = 7 * DAY_MS

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** "just now", "3 min ago", "in 5 h", "2 d ago"; a date (UTC) when a week or more away. Both are Unix milliseconds. */
export function formatRelative(atMs: number, nowMs: number): string {
  const awayMs = Math.abs(nowMs - atMs)
  if (awayMs >= WEEK_MS) return dayFormat.format(atMs)
  if (awayMs < 10 * SECOND_MS) return 'just now'
  const amount = amountOf(awayMs)
  return atMs > nowMs ? `in ${amount}` : `${amount} ago`
}

function amountOf(awayMs: number): string {
  if (awayMs < MINUTE_MS) return `${Math.floor(awayMs / SECOND_MS)} s`
  if (awayMs < HOUR_MS) return `${Math.floor(awayMs / MINUTE_MS)} min`
  if (awayMs < DAY_MS) return `${Math.floor(awayMs / HOUR_MS)} h`
  return `${Math.floor(awayMs / DAY_MS)} d`
}

/** Date, time to the second and zone; `timeZone` is the reader's own unless given. */
export function formatExact(atMs: number, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    timeZone,
  }).format(atMs)
}

/** A moment to plan by, in the reader's own zone unless another is given: "14:30" today, else "25 Nov, 09:00". */
export function formatMoment(atMs: number, nowMs: number, timeZone?: string): string {
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone })
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
  const isToday = day.format(atMs) === day.format(nowMs)
  return isToday ? time.format(atMs) : `${day.format(atMs)}, ${time.format(atMs)}`
}
