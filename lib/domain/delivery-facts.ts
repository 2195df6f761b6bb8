import { type DeliverySettings, effectiveDelivery } from './delivery'
import { writeWaits } from './wait'

export type Named = { name: string; text: string }

/** How a destination is delivered to, in words a person reads. */
export function deliveryFacts(own: Partial<DeliverySettings>, nameOf: (fallbackId: string) => string): Named[] {
  const settings = effectiveDelivery(own)
  const { fallbackId, ratePerSecond } = settings
  return [
    { name: 'Time-out', text: `${settings.timeoutSeconds} s` },
    { name: 'Retry schedule', text: writeWaits(settings.retrySeconds) || 'no retries' },
    { name: 'Attempts at a time', text: String(settings.concurrency) },
    { name: 'Attempts a second', text: ratePerSecond === null ? 'no limit' : String(ratePerSecond) },
    { name: 'Fallback', text: fallbackId === null ? 'none' : nameOf(fallbackId) },
    ...(fallbackId === null ? [] : [{ name: 'Fallback after', text: `${settings.fallbackAfterMinutes} min` }]),
  ]
}
