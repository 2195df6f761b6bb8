import { isScalar, isSeq } from 'yaml'
import { nearest } from '../domain/did-you-mean'
import { LOG_TYPE_RULE } from '../domain/log-type-rule'
import { isKnownLogType, suggestLogType } from '../domain/log-types'
import { SEVERITIES, type Severity } from '../domain/severity'
import {
  isMapping,
  type Reading,
  readBoolean,
  readInteger,
  readText,
  readTexts,
  refuse,
  type Value,
  warn,
} from './values'

/** Longest name or list entry, in characters; as Panther's API has it. */
export const MAX_NAME = 1_000
/** Most entries of a list. */
export const MAX_LIST = 500
const MAX_BODY = 100_000
/** What Panther raises shorter periods to. */
const LEAST_DEDUP_MINUTES = 5

const SPELLINGS: ReadonlyMap<unknown, Severity> = new Map(
  SEVERITIES.flatMap((severity) => [
    [titleCase(severity), severity],
    [severity, severity],
  ]),
)

/** `HIGH` as files usually spell it: `High`. */
export function titleCase(severity: Severity): string {
  return severity.charAt(0) + severity.slice(1).toLowerCase()
}

/** A severity spelt `High` or `HIGH`. */
export function readSeverity(reading: Reading, value: Value): Severity | undefined {
  const spelling = isScalar(value.node) ? value.node.value : undefined
  const severity = SPELLINGS.get(spelling)
  if (severity !== undefined) return severity
  const spellings = SEVERITIES.map(titleCase)
  const near = typeof spelling === 'string' ? nearest(spelling, spellings) : undefined
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`
  return refuse(reading, value, `Severity must be one of ${spellings.join(', ')}.${hint}`)
}

/** The dedup period in minutes, raised to the least one with a warning. */
export function readDedupPeriod(reading: Reading, value: Value): number | undefined {
  const minutes = readInteger(reading, value, 0)
  if (minutes === undefined || minutes >= LEAST_DEDUP_MINUTES) return minutes
  const hint = minutes === 0 ? ' For an alert per event, return p_row_id from dedup().' : ''
  warn(reading, value, `DedupPeriodMinutes ${minutes} is treated as ${LEAST_DEDUP_MINUTES}.${hint}`)
  return LEAST_DEDUP_MINUTES
}

/** Log types: a shape that cannot be one is refused, a near miss of one we know is a warning. */
export function readLogTypes(reading: Reading, value: Value): string[] {
  const before = reading.problems.length
  const found = readTexts(reading, value, { max: MAX_LIST, maxItem: MAX_NAME })
  if (found.length === 0 && reading.problems.length === before) {
    warn(reading, value, 'LogTypes is empty, so this rule sees no event. Add a log type.')
  }
  return found.flatMap(({ text, ...entry }) => {
    if (!LOG_TYPE_RULE.pattern.test(text)) return refuse(reading, entry, `"${text}": ${LOG_TYPE_RULE.message}`) ?? []
    const near = isKnownLogType(text) ? undefined : suggestLogType(text)
    if (near !== undefined) warn(reading, entry, `"${text}" is not a log type we know. Did you mean "${near}"?`)
    return [text]
  })
}

const text = (reading: Reading, value: Value) => readText(reading, value, { max: MAX_NAME, blank: true })
const texts = (reading: Reading, value: Value) => readTexts(reading, value, { max: MAX_LIST, maxItem: MAX_NAME })
const count = (reading: Reading, value: Value) => readInteger(reading, value, 0)

/** The keys whose values are kept in the file alone: only their form is checked. */
const KEPT: ReadonlyMap<string, (reading: Reading, value: Value) => unknown> = new Map<
  string,
  (reading: Reading, value: Value) => unknown
>([
  ['BaseVersion', count],
  ['Status', text],
  ['CreatedBy', text],
  ['Reports', requireMapping],
  ['OnlyUseBaseRiskScore', readBoolean],
  ['SummaryAttributes', texts],
  ['Suppressions', texts],
  ['AutoRemediationID', text],
  ['AutoRemediationParameters', requireMapping],
  ['ActionDelaySeconds', count],
  ['Detection', requireBody],
  ['AlertTitle', text],
  ['DynamicSeverities', requireList],
  ['AlertContext', requireList],
  ['GroupBy', requireList],
  ['InlineFilters', requireList],
])

/** Checks the form of every value that the definition does not hold. */
export function checkKeptValues(reading: Reading, values: ReadonlyMap<string, Value>): void {
  for (const [key, value] of values) KEPT.get(key)?.(reading, value)
}

function requireMapping(reading: Reading, value: Value): void {
  if (!isMapping(value.node)) refuse(reading, value, `${value.key} must hold keys and values.`)
}

function requireList(reading: Reading, value: Value): void {
  if (!isSeq(value.node)) refuse(reading, value, `${value.key} must be a list, each entry starting with "- ".`)
}

function requireBody(reading: Reading, value: Value): void {
  if (!isSeq(value.node) || value.node.items.length === 0) {
    refuse(reading, value, 'Detection must be a list of match expressions, each starting with "- ".')
    return
  }
  const [start = 0, end = 0] = value.node.range ?? []
  if (end - start > MAX_BODY) refuse(reading, value, 'Detection is longer than 100,000 characters. Shorten it.')
}
