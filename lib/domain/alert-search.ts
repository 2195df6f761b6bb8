import type { AlertClass, AlertStatus } from './alert-record'

/** The tabs of Alerts & Errors, as they stand in the address. */
export const ALERT_TABS = ['alerts', 'detection-errors', 'system-errors'] as const
export type AlertTab = (typeof ALERT_TABS)[number]

export const CLASS_OF_TAB: Record<AlertTab, AlertClass> = {
  alerts: 'ALERT',
  'detection-errors': 'DETECTION_ERROR',
  'system-errors': 'SYSTEM_ERROR',
}

/** Within how long before now an alert was accepted; `older-24h`: longer ago than that. */
export const ALERT_TIMES = ['24h', '7d', '30d', 'older-24h'] as const
export type AlertTime = (typeof ALERT_TIMES)[number]

/** What is open is what somebody has to look at: the rest is shown to whoever asks for it. */
export const DEFAULT_STATUSES: readonly AlertStatus[] = ['OPEN']

/** Rows that are kept up to date while they are shown. */
export const LIVE_ROWS = 200
/** New alerts, and what the sidebar shows, are counted no further. */
export const NEW_COUNTED_MAX = 100
export const COUNTED_MAX = 1_000
