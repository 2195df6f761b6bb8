import { z } from 'zod'
import { DETECTION_KINDS, type DetectionKind } from '../domain/detection'
import { SEVERITIES, type Severity } from '../domain/severity'
import { LogTypeList } from './destination'
import { manyOf, SearchText } from './text'

const BODY_MAX_LENGTH = 100_000
const YAML_MAX_LENGTH = 1_000_000

const Yaml = z
  .string()
  .min(1, 'Paste or upload the YAML of the detection.')
  .max(YAML_MAX_LENGTH, 'The YAML has at most 1 MB.')
const Body = z.string().max(BODY_MAX_LENGTH, 'The Python file has at most 100,000 characters.')

export const SaveDetectionFilesInput = z.object({
  yaml: Yaml,
  /** The Python file, when the YAML names one. */
  body: Body.nullable(),
  /** The detection being changed; absent when it is new. */
  id: z.string().optional(),
  version: z.int().min(1).optional(),
})
export type SaveDetectionFilesInput = z.output<typeof SaveDetectionFilesInput>

const OVERRIDES_MAX = 500

/** Destination Overrides: ids or display names, as written. */
export const OverrideList = z
  .array(z.string().max(5000))
  .max(OVERRIDES_MAX, `At most ${OVERRIDES_MAX} Destination Overrides.`)
  .transform((list) => [...new Set(list)])

export const RuleSettingsInput = z.object({
  id: z.string(),
  version: z.int().min(1),
  severity: z.enum(SEVERITIES),
  isEnabled: z.boolean(),
  dedupPeriodMinutes: z
    .int('Give a whole number of minutes.')
    .min(5, 'At least 5 minutes.')
    .max(525_600, 'At most a year.'),
  threshold: z
    .int('Give a whole number of events.')
    .min(1, 'At least 1 event.')
    .max(1_000_000, 'At most 1,000,000 events.'),
  tags: z.array(z.string().trim().min(1).max(1000)).max(500, 'At most 500 tags.'),
  runbook: z.string().max(10_000, 'At most 10,000 characters.'),
  reference: z.string().max(10_000, 'At most 10,000 characters.'),
  overrides: OverrideList,
})
export type RuleSettingsInput = z.output<typeof RuleSettingsInput>

export const NewDetectionInput = z.object({
  id: z
    .string()
    .trim()
    .min(1, 'Give it an id, such as Okta.User.LockedOut.')
    .max(1000, 'An id has at most 1,000 characters.')
    .regex(/^[^<>&"%]*$/, 'An id cannot contain < > & " or %.'),
  displayName: z
    .string()
    .trim()
    .max(1000, 'At most 1,000 characters.')
    .regex(/^[^<>&"%]*$/, 'A display name cannot contain < > & " or %.'),
  kind: z.enum(DETECTION_KINDS),
  severity: z.enum(SEVERITIES),
  logTypes: LogTypeList,
  body: Body.min(1, 'Write the Python of the detection.'),
})
export type NewDetectionInput = z.output<typeof NewDetectionInput>

export const DetectionId = z.object({ id: z.string().min(1).max(1000) })
export type DetectionId = z.output<typeof DetectionId>

export const DeleteDetectionInput = z.object({ id: z.string().min(1), version: z.int().min(1) })
export type DeleteDetectionInput = z.output<typeof DeleteDetectionInput>

/** The list's filters, as they stand in the address. */
export const DetectionListQuery = z.object({
  q: SearchText,
  kind: manyOf(z.enum(DETECTION_KINDS)),
  severity: manyOf(z.enum(SEVERITIES)),
  enabled: z.enum(['yes', 'no', 'all']).catch('all'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type DetectionListQuery = z.output<typeof DetectionListQuery>

/** Something wrong with the YAML, at a place. Lines and columns count from 1. */
export type ProblemView = { message: string; line: number; column: number }

export type DetectionRowView = {
  id: string
  displayName: string
  kind: DetectionKind
  severity: Severity
  isEnabled: boolean
  logTypes: string[]
  tags: string[]
  /** Where its alerts go now, without what `destinations()` may return. */
  goesTo: { id: string; displayName: string; type: string }[]
  scenario: 2 | 3 | null
  faultCount: number
  updatedAt: string
}

export type DetectionListView = {
  rows: DetectionRowView[]
  total: number
  totalUnfiltered: number
  page: number
  pageCount: number
}

export type DetectionView = {
  id: string
  displayName: string
  kind: DetectionKind
  severity: Severity
  isEnabled: boolean
  isSimple: boolean
  /** Its Python defines `destinations()`, whose answer is known only when it runs. */
  isDynamic: boolean
  logTypes: string[]
  tags: string[]
  description: string
  runbook: string
  reference: string
  dedupPeriodMinutes: number
  threshold: number
  overrides: string[]
  yaml: string
  body: string | null
  filename: string | null
  warnings: ProblemView[]
  version: number
  updatedAt: string
  updatedBy: string
}

export const CheckYamlInput = z.object({ yaml: Yaml })
export type CheckYamlInput = z.output<typeof CheckYamlInput>

export type CheckYamlView = {
  problems: ProblemView[]
  warnings: ProblemView[]
  /** What the YAML says, when it can be read. */
  summary: {
    id: string
    kind: DetectionKind
    displayName: string
    severity: Severity
    filename: string
    isSimple: boolean
    overrides: string[]
    logTypes: string[]
  } | null
}
