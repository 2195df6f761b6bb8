/**
 * `queued → sending → delivered | waiting | failed`; `waiting → sending` at its time; `sending → queued` when a lease is lost
 * or given back; `queued | waiting → cancelled`. The last three never change.
 */
export const DELIVERY_STATES = ['queued', 'sending', 'waiting', 'delivered', 'failed', 'cancelled'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** It never changes again: sending once more is a new delivery. */
export function isFinal(state: DeliveryState): boolean {
  return state === 'delivered' || state === 'failed' || state === 'cancelled'
}

/** Why there is a delivery. */
export const DELIVERY_REASONS = ['routed', 'test', 'resent', 'redriven', 'manual', 'fallback'] as const
export type DeliveryReason = (typeof DELIVERY_REASONS)[number]

/** How a destination is delivered to, where it differs from `DEFAULT_DELIVERY_SETTINGS`. */
export type DeliverySettings = {
  /** For a whole exchange, 1–60. */
  timeoutSeconds: number
  /** Waits before the retries, in seconds: as many retries as there are waits. */
  retrySeconds: readonly number[]
  /** Attempts at a time. */
  concurrency: number
  /** Attempts a second at most; `null`: no limit. */
  ratePerSecond: number | null
  /** The destination that stands in when this one fails. */
  fallbackId: string | null
  /** Minutes that a circuit is open before the fallback stands in. */
  fallbackAfterMinutes: number
}

const MINUTE = 60
const HOUR = 60 * MINUTE

/** First and 10 retries over about three days. */
export const DEFAULT_DELIVERY_SETTINGS: DeliverySettings = {
  timeoutSeconds: 15,
  retrySeconds: [5, 30, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 8 * HOUR, 20 * HOUR, 36 * HOUR],
  concurrency: 8,
  ratePerSecond: null,
  fallbackId: null,
  fallbackAfterMinutes: 10,
}

/** What the destination's own settings say, and the defaults for the rest. */
export function effectiveDelivery(own: Partial<DeliverySettings>): DeliverySettings {
  return { ...DEFAULT_DELIVERY_SETTINGS, ...own }
}
