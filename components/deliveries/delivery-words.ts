import type { DeliveryReason } from '@/lib/domain/delivery'
import type { LogTime } from '@/lib/domain/delivery-filter'

export const DELIVERY_REASON_LABELS: Record<DeliveryReason, string> = {
  routed: 'Routed',
  test: 'Test',
  resent: 'Sent again',
  redriven: 'Redriven',
  manual: 'Sent by hand',
  fallback: 'Fallback',
}

export const LOG_TIME_LABELS: Record<LogTime, string> = {
  '1h': 'Last hour',
  '24h': 'Last 24 hours',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
}
