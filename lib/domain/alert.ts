import type { AlertType } from './alert-type'
import type { Severity } from './severity'

/** A JSON value, as an alert's context holds them. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/**
 * What a receiver is told about an alert: the payload of the custom webhook, keys always present and in this order
 * (Panther's documented twelve, and `alertContext`, which it sends besides).
 */
export type AlertPayload = {
  /** Id of the detection. */
  id: string
  /** ISO 8601 date-time with an offset, 1–9 fraction digits allowed. */
  createdAt: string
  severity: Severity
  type: AlertType
  /** Console address of the alert. */
  link: string
  title: string
  /** The detection's display name, else its id. */
  name: string
  /** 32 lower-case hex characters; `Test.Alert` for a test. */
  alertId: string
  /** What `alert_context()` returned; `{}` when none. */
  alertContext: { [key: string]: Json }
  description: string
  runbook: string
  tags: string[]
  /** Version id of the detection. */
  version: string
}
