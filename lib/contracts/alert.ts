import { z } from 'zod'
import type { Json } from '../domain/alert'
import { ALERT_TYPES } from '../domain/alert-type'
import { parseDateTime } from '../domain/date-time'
import { LOG_TYPE_RULE } from '../domain/log-type-rule'
import type { Fault, Scenario } from '../domain/routing'
import { SEVERITIES } from '../domain/severity'

/** Panther's own limits: longer texts are cut there, refused here, so that nothing is lost unseen. */
const TEXT_MAX = 1_000
const CONTEXT_MAX_BYTES = 200 * 1024
const CONTEXT_MAX_DEPTH = 64
export const ALERTS_PER_CALL = 1_000

// The database keeps neither a NUL nor half of a surrogate pair.
const isStorable = (text: string) => !text.includes('\0') && text.isWellFormed()
const NOT_STORABLE = 'Holds a NUL character or half of a surrogate pair.'

const text = (max = TEXT_MAX) => z.string().max(max, `At most ${max} characters.`).refine(isStorable, NOT_STORABLE)

function isDeeperThan(value: Json, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth === 0 || Object.values(value).some((inner) => isDeeperThan(inner, depth - 1))
}

/** Of a parsed JSON text: its values are JSON by then. */
const AlertContext = z
  .record(
    z.string(),
    z.custom<Json>(() => true),
  )
  .superRefine((context, issues) => {
    if (isDeeperThan(context, CONTEXT_MAX_DEPTH)) {
      return issues.addIssue({ code: 'custom', message: `Nested more than ${CONTEXT_MAX_DEPTH} deep.` })
    }
    const text = JSON.stringify(context)
    if (new TextEncoder().encode(text).byteLength > CONTEXT_MAX_BYTES) {
      issues.addIssue({ code: 'custom', message: 'At most 200 KB as JSON.' })
    }
    // A backslash that is itself escaped may stand before the same letters.
    if (/(?<!\\)(\\\\)*\\(u0000|ud[89a-f])/.test(text)) issues.addIssue({ code: 'custom', message: NOT_STORABLE })
  })

const DateTime = z
  .string()
  .refine(
    (value) => parseDateTime(value) !== undefined,
    'Not an ISO 8601 date-time with an offset, such as 2026-03-01T12:00:00Z.',
  )

/** An alert made elsewhere, as it is handed over. */
export const AlertInput = z.object({
  detectionId: text(200).min(1, 'Name the detection.').describe('It need not exist here.'),
  type: z.enum(ALERT_TYPES).exclude(['SYSTEM_ERROR']),
  severity: z.enum(SEVERITIES),
  logTypes: z.array(z.string().regex(LOG_TYPE_RULE.pattern, LOG_TYPE_RULE.message)).max(100).default([]),
  title: text().min(1, 'Give a title.'),
  alertContext: AlertContext.default({}).describe('What `alert_context()` returned. At most 200 KB.'),
  destinations: z
    .array(text())
    .max(500)
    .nullable()
    .default(null)
    .describe('Ids or display names that `destinations()` returned; `["SKIP"]`: send it nowhere; `null`: it has none.'),
  overrides: z
    .array(text())
    .max(500)
    .optional()
    .describe('Destination Overrides; without them those of the detection, if it is here.'),
  name: text()
    .optional()
    .describe('The detection’s display name; without it and what follows, as the detection has it.'),
  description: text().optional(),
  runbook: text().optional(),
  reference: text().optional(),
  tags: z.array(text(200)).max(100).optional(),
  dedup: text().min(1).optional().describe('Alerts of one detection and dedup join while the first is open.'),
  createdAt: DateTime.optional().describe('ISO 8601 with an offset: `createdAt` of the payload. Default: now.'),
})
export type AlertInput = z.output<typeof AlertInput>

/** What became of one alert that was handed over. `destinations` are display names, in order. */
export type AcceptedAlertView = {
  index: number
  alertId: string
  outcome: 'routed' | 'skipped' | 'unrouted'
  scenario: Scenario | null
  destinations: string[]
  faults: Fault[]
  /** It joined an alert that was open already: nothing new is sent. */
  joined: boolean
}

export type RefusedAlertView = { index: number; error: string; fields?: Record<string, string> }

export type AcceptAlertsView = { results: (AcceptedAlertView | RefusedAlertView)[] }
