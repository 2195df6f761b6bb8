import { ALERT_TABS, type AlertTab, type AlertTime, COUNTED_MAX } from '@/lib/domain/alert-search'
import type { DeliveryState } from '@/lib/domain/delivery'

export const TAB_LABELS: Record<AlertTab, string> = {
  alerts: 'Alerts',
  'detection-errors': 'Detection Errors',
  'system-errors': 'System Errors',
}

export const tabOf = (id: string): AlertTab => ALERT_TABS.find((tab) => tab === id) ?? 'alerts'

export const TIME_LABELS: Record<AlertTime, string> = {
  '24h': 'Last 24 hours',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
  'older-24h': 'More than 24 hours ago',
}

export const DELIVERY_STATE_LABELS: Record<DeliveryState, string> = {
  queued: 'Queued',
  sending: 'Sending',
  waiting: 'Waiting to retry',
  delivered: 'Delivered',
  failed: 'Failed',
  cancelled: 'Cancelled',
}

/** A count that stops at `COUNTED_MAX`. */
export const countText = (count: number) => (count >= COUNTED_MAX ? `${COUNTED_MAX - 1}+` : String(count))
