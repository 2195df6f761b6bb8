import type { AlertType } from './alert-type'
import { assertNever } from './assert-never'
import type { Severity } from './severity'

/** What a detection looks at. A `rule` is written in Python, or in YAML alone (`isSimple`). */
export const DETECTION_KINDS = ['rule', 'scheduled-rule', 'policy'] as const
export type DetectionKind = (typeof DETECTION_KINDS)[number]

/** What a detection's YAML says, with Panther's defaults filled in and repeated list entries dropped. */
export type DetectionDefinition = {
  id: string
  kind: DetectionKind
  /** Empty when the file gives none: its id then stands in its place. */
  displayName: string
  enabled: boolean
  severity: Severity
  /** Log types of the events a rule sees. */
  logTypes: readonly string[]
  /** Names of the queries whose rows a scheduled rule sees. */
  scheduledQueries: readonly string[]
  /** Resource types a policy checks; none means all. */
  resourceTypes: readonly string[]
  tags: readonly string[]
  description: string
  reference: string
  runbook: string
  /** At least 5: a smaller number in the file counts as 5. */
  dedupPeriodMinutes: number
  /** Events within the dedup period before an alert is made. */
  threshold: number
  createAlert: boolean
  /** Destination Overrides: ids or display names. */
  outputIds: readonly string[]
  /** The Python file with the body; empty when `isSimple`. */
  filename: string
  /** The body is a match expression in the YAML itself. */
  isSimple: boolean
  testNames: readonly string[]
}

/** Something to tell the author of a text, at a 1-based line and column. */
export type Problem = { message: string; line: number; column: number; key?: string }

/** The type of the alerts that matches of such a detection make. */
export function alertTypeOf(kind: DetectionKind): AlertType {
  switch (kind) {
    case 'rule':
      return 'RULE'
    case 'scheduled-rule':
      return 'SCHEDULED_RULE'
    case 'policy':
      return 'POLICY'
    default:
      return assertNever(kind)
  }
}
