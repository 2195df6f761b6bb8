import type { Actor } from './actor'
import type { Json } from './alert'
import type { AlertType } from './alert-type'
import type { Decision, DynamicDestinations } from './routing'
import type { Severity } from './severity'

/** Panther's words in files and API answers; on screen `CLOSED` is Invalid. */
export const ALERT_STATUSES = ['OPEN', 'TRIAGED', 'RESOLVED', 'CLOSED'] as const
export type AlertStatus = (typeof ALERT_STATUSES)[number]

export const ALERT_QUALITIES = ['NOISE', 'USEFUL'] as const
export type AlertQuality = (typeof ALERT_QUALITIES)[number]

/** The three tabs of Alerts & Errors, named as Panther's listing types. */
export const ALERT_CLASSES = ['ALERT', 'DETECTION_ERROR', 'SYSTEM_ERROR'] as const
export type AlertClass = (typeof ALERT_CLASSES)[number]

export const TYPES_OF_CLASS: Record<AlertClass, readonly AlertType[]> = {
  ALERT: ['RULE', 'SCHEDULED_RULE', 'CORRELATION_RULE', 'POLICY'],
  DETECTION_ERROR: ['RULE_ERROR', 'SCHEDULED_RULE_ERROR', 'CORRELATION_RULE_ERROR'],
  SYSTEM_ERROR: ['SYSTEM_ERROR'],
}

/** What a system error is about; the kinds are Panther's. */
export type SystemError = {
  kind: 'ALERT_DELIVERY' | 'DETECTION_ALERT_LIMIT_EXCEEDED'
  destinationId?: string
  detectionId?: string
}

/** What an alert says, and what its routing is decided from: what is handed over to be accepted. */
export type NewAlert = {
  /** UUID; its 32 hex digits are the payload's `alertId`. */
  id: string
  origin: 'api' | 'detection' | 'system'
  detectionId: string | null
  detectionVersion: string
  severity: Severity
  type: AlertType
  logTypes: readonly string[]
  title: string
  name: string
  description: string
  runbook: string
  reference: string
  tags: readonly string[]
  context: { [key: string]: Json }
  /** ISO 8601 as handed over; `null`: the moment of acceptance. */
  createdAt: string | null
  dedup: string | null
  dynamic: DynamicDestinations
  overrides: readonly string[]
  systemError: SystemError | null
}

/** An alert as it is kept. */
export type Alert = Omit<NewAlert, 'createdAt'> & {
  /** Order of acceptance. */
  number: number
  createdAt: string
  acceptedAt: Date
  status: AlertStatus
  assigneeId: string | null
  quality: AlertQuality | null
  contextTags: string[]
  eventCount: number
  lastEventAt: Date
  /** Of the routing configuration that the decision was made against. */
  configurationVersion: number
  decision: Decision
  updatedAt: Date | null
  updatedBy: Actor | null
  /** When retention took its context and its events. */
  payloadRemovedAt: Date | null
}

/** The payload's `alertId` of an alert's id, and back. */
export const alertIdOf = (id: string) => id.replaceAll('-', '')
export const uuidOf = (alertId: string) =>
  alertId.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5').toLowerCase()

/** Panther makes INFO alerts resolved: they tell of something, nobody has to act on them. */
export const firstStatus = (severity: Severity): AlertStatus => (severity === 'INFO' ? 'RESOLVED' : 'OPEN')
