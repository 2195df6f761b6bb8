import type { DeliveryReason, DeliveryState } from './delivery'

/** Which deliveries of a destination: an empty list, or nothing, asks for no such condition. */
export type DeliveryFilter = {
  states: readonly DeliveryState[]
  reasons: readonly DeliveryReason[]
  /** When it was created, both ends inclusive. */
  from?: Date
  to?: Date
}

/** Within how long before now a delivery was made. */
export const LOG_TIMES = ['1h', '24h', '7d', '30d'] as const
export type LogTime = (typeof LOG_TIMES)[number]

const HOUR_MS = 3_600_000
const TIME_MS: Record<LogTime, number> = {
  '1h': HOUR_MS,
  '24h': 24 * HOUR_MS,
  '7d': 168 * HOUR_MS,
  '30d': 720 * HOUR_MS,
}

/** What was asked for, as of `now`; a `time` goes before `from`. */
export function deliveryFilterOf(
  { states = [], reasons = [], from, to, time }: Partial<DeliveryFilter> & { time?: LogTime | '' },
  now: Date,
): DeliveryFilter {
  return { states, reasons, to, from: time ? new Date(now.getTime() - TIME_MS[time]) : from }
}
