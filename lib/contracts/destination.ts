import { z } from 'zod'
import { ALERT_TYPES, type AlertType } from '../domain/alert-type'
import { DESTINATION_HEALTH, DESTINATION_SORTS, type DestinationHealth } from '../domain/console'
import type { DeliverySettings } from '../domain/delivery'
import { displayNameProblem } from '../domain/destination-name'
import { LOG_TYPE_RULE } from '../domain/log-type-rule'
import { SEVERITIES, type Severity } from '../domain/severity'
import { manyOf, SearchText, Uuid } from './text'

const LOG_TYPES_MAX = 500

const DisplayName = z
  .string()
  .trim()
  .superRefine((name, context) => {
    const problem = displayNameProblem(name)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })

const unique = <T>(values: T[]) => [...new Set(values)]

const SeverityList = z
  .array(z.enum(SEVERITIES))
  .transform((list) => SEVERITIES.filter((severity) => list.includes(severity)))
const AlertTypeList = z
  .array(z.enum(ALERT_TYPES))
  .transform((list) => ALERT_TYPES.filter((type) => list.includes(type)))
export const LogTypeList = z
  .array(z.string().trim().regex(LOG_TYPE_RULE.pattern, LOG_TYPE_RULE.message))
  .max(LOG_TYPES_MAX, `At most ${LOG_TYPES_MAX} log types.`)
  .transform(unique)

/**
 * A type's settings as a form submits them. A secret left blank on edit means "keep", `null` removes it; the type's own
 * schema judges the rest.
 */
const SubmittedSettings = z.record(z.string(), z.unknown())

const MOST_RETRIES = 20
const LONGEST_WAIT_SECONDS = 7 * 24 * 3600

/** How it is delivered to, where that differs from the defaults. */
export const DeliverySettingsInput = z
  .strictObject({
    timeoutSeconds: z.number().min(1, 'At least 1 s.').max(60, 'At most 60 s.'),
    retrySeconds: z
      .array(z.number().min(0.1, 'Wait at least 0.1 s.').max(LONGEST_WAIT_SECONDS, 'Wait at most 7 days.'))
      .max(MOST_RETRIES, `At most ${MOST_RETRIES} retries.`),
    concurrency: z.int().min(1, 'At least 1.').max(64, 'At most 64.'),
    ratePerSecond: z.number().min(0.01, 'At least 0.01 a second.').max(10_000, 'At most 10,000 a second.').nullable(),
    fallbackId: Uuid.nullable(),
    fallbackAfterMinutes: z.number().min(1, 'At least 1 minute.').max(1440, 'At most a day.'),
  })
  .partial()
export type DeliverySettingsInput = z.output<typeof DeliverySettingsInput>

export const DestinationInput = z.object({
  type: z.string().min(1).max(100),
  displayName: DisplayName,
  severities: SeverityList,
  alertTypes: AlertTypeList,
  logTypes: LogTypeList,
  settings: SubmittedSettings,
  delivery: DeliverySettingsInput.default({}),
})
export type DestinationInput = z.output<typeof DestinationInput>

const Version = z.int().min(1)

export const UpdateDestinationInput = DestinationInput.extend({ id: Uuid, version: Version })
export type UpdateDestinationInput = z.output<typeof UpdateDestinationInput>

const DestinationAtVersion = z.object({ id: Uuid, version: Version })

export const DeleteDestinationInput = DestinationAtVersion.extend({
  /** The display name as typed, asked for when something depends on the destination. */
  confirmation: z.string().optional(),
})
export type DeleteDestinationInput = z.output<typeof DeleteDestinationInput>

export const RestoreDestinationInput = DestinationAtVersion.extend({ revision: Version })
export type RestoreDestinationInput = z.output<typeof RestoreDestinationInput>

export const DestinationId = z.object({ id: Uuid })
export type DestinationId = z.output<typeof DestinationId>

const LONGEST_PAUSE_MS = 90 * 24 * 3600 * 1000

export const PauseDestinationInput = DestinationId.extend({
  /** ISO 8601: when the pause ends on its own; without it, when somebody resumes. */
  until: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .refine((until) => until.getTime() <= Date.now() + LONGEST_PAUSE_MS, 'At most 90 days from now.')
    .optional(),
})
export type PauseDestinationInput = z.output<typeof PauseDestinationInput>

/** Which settings a test uses: the saved ones, or a draft of a new destination or of changes to a saved one. */
export const TestDestinationInput = z
  .object({
    id: Uuid.optional(),
    draft: z.object({ type: z.string().min(1), settings: SubmittedSettings }).optional(),
    severity: z.enum(SEVERITIES).default('INFO'),
    alertType: z.enum(ALERT_TYPES).default('RULE'),
  })
  .refine(
    (input) => input.id !== undefined || input.draft !== undefined,
    'Name a saved destination, or give settings to test.',
  )
export type TestDestinationInput = z.output<typeof TestDestinationInput>

/** The list's filters, as they stand in the address. What cannot be read is left out rather than refused. */
export const DestinationListQuery = z.object({
  q: SearchText,
  type: manyOf(z.string()),
  severity: manyOf(z.enum(SEVERITIES)),
  health: manyOf(z.enum([...DESTINATION_HEALTH, 'explicit-only'])),
  sort: z.enum(DESTINATION_SORTS).catch('name'),
  order: z.enum(['asc', 'desc']).catch('asc'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type DestinationListQuery = z.output<typeof DestinationListQuery>

/** How a destination fares; times are ISO 8601. */
export type HealthView = {
  state: DestinationHealth
  /** Since when it is paused, faulted or its circuit is open. */
  since?: string
  /** Why its circuit is open, or what the fault is, in sentences. */
  reason?: string
  /** When a pause ends on its own. */
  pausedUntil?: string
  /** When an open circuit lets the next delivery through to see. */
  probeAt?: string
  /** The last attempt there was. */
  lastAttempt?: { at: string; isDelivered: boolean; isTest: boolean }
  failures24h: number
  /** Deliveries that are not finished, counted up to `UNFINISHED_COUNTED_MAX`. */
  unfinished: number
  /** Since when the one that waits longest could have been sent; none: none is late. */
  oldestDueAt?: string
}

export type DestinationRowView = {
  id: string
  displayName: string
  type: string
  typeName: string
  target: string
  severities: Severity[]
  alertTypes: AlertType[]
  logTypes: string[]
  isPaused: boolean
  isExplicitOnly: boolean
  health: HealthView
  /** Detections that name it, in their Destination Overrides or their Python. */
  detectionCount: number
  version: number
  updatedAt: string
}

export type DestinationListView = {
  rows: DestinationRowView[]
  total: number
  /** How many there are with no filter at all: an empty list and an empty result are different things. */
  totalUnfiltered: number
  page: number
  pageCount: number
  types: { type: string; name: string }[]
}

/** A secret as it may be seen: only that it is set, and since when. */
export type SecretView = { field: string; updatedAt: string }

export type NamingDetectionView = { id: string; displayName: string; by: 'overrides' | 'python' }

export type NamedDestinationView = { id: string; displayName: string }

export type DestinationView = DestinationRowView & {
  /** Public settings only. */
  settings: Record<string, unknown>
  secrets: SecretView[]
  /** Where it differs from the defaults. */
  delivery: Partial<DeliverySettings>
  /** The destination that stands in for it. */
  fallback: NamedDestinationView | null
  /** Those that it stands in for. */
  fallbackFor: NamedDestinationView[]
  createdAt: string
  detections: NamingDetectionView[]
}

export type RevisionView = {
  version: number
  change: 'created' | 'edited' | 'paused' | 'resumed' | 'restored' | 'deleted'
  actorName: string
  at: string
  /** What changed from the revision before, in words a person reads: `Severity Levels`, `INFO, LOW` → `HIGH`. */
  differences: { field: string; before: string; after: string }[]
  isCurrent: boolean
}

/** What deleting it would change. */
export type DependantsView = {
  displayName: string
  detections: NamingDetectionView[]
  /** Detections that reach it today and would reach nothing without it. */
  orphanedDetections: { id: string; displayName: string }[]
  /** Destinations that fall back to it: they would have no fallback. */
  fallbackFor: NamedDestinationView[]
  /** Deliveries that would be cancelled, counted up to `UNFINISHED_COUNTED_MAX`. */
  unfinished: number
  /** Alerts of the last 7 days that went to it alone and, without it, would go nowhere today. */
  lostAlerts: number
  /** More alerts went to it alone than were looked at: there may be more. */
  isLostCut: boolean
  mustTypeName: boolean
}
