import { formatDuration } from '@/components/attempt/phases'
import type { ChartBinView } from '@/lib/contracts/delivery'

const DAY_MS = 86_400_000

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** Which stretch of time a bin is, by the reader's own clock. */
export function binText({ from, to }: Pick<ChartBinView, 'from' | 'to'>): string {
  const start = Date.parse(from)
  const end = Date.parse(to)
  const isDay = end - start >= DAY_MS
  return isDay
    ? `24 hours from ${day.format(start)}, ${time.format(start)}`
    : `${day.format(start)}, ${time.format(start)}–${time.format(end)}`
}

/** A mark below an axis: the time of day, or the day where bins are longer than an hour. */
export function tickText({ from, to }: Pick<ChartBinView, 'from' | 'to'>): string {
  const start = Date.parse(from)
  return Date.parse(to) - start <= DAY_MS / 24 ? time.format(start) : day.format(start)
}

export function countsText({ delivered, notDelivered }: Pick<ChartBinView, 'delivered' | 'notDelivered'>): string {
  if (delivered + notDelivered === 0) return 'No attempts'
  const failed = notDelivered === 0 ? '' : `, ${notDelivered.toLocaleString('en')} not delivered`
  return `${delivered.toLocaleString('en')} delivered${failed}`
}

/** How long its attempts took, to follow what they came to. */
export function timesText({ p50Ms, p95Ms }: Pick<ChartBinView, 'p50Ms' | 'p95Ms'>): string {
  if (p50Ms === null || p95Ms === null) return ''
  return `; half took up to ${formatDuration(p50Ms)}, 95 % up to ${formatDuration(p95Ms)}`
}
