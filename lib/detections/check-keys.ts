import { DETECTION_KINDS, type DetectionKind } from '../domain/detection'
import { nearest } from '../domain/did-you-mean'
import { ANALYSIS_TYPES, KEYS, OTHER_ANALYSIS_TYPES } from './keys'
import { type Entry, type Reading, readText, refuse, refuseUnknown } from './values'

/** The file's top-level values by key. */
export type Values = ReadonlyMap<string, Entry>

const MAX_ANALYSIS_TYPE = 100
const UPLOADABLE = 'What can be uploaded: rule, scheduled_rule, policy.'
const OWNERS: Readonly<Record<DetectionKind, string>> = {
  rule: 'a rule',
  'scheduled-rule': 'a scheduled rule',
  policy: 'a policy',
}

/** The kind that `AnalysisType` names; anything else is refused with what can be uploaded instead. */
export function readKind(reading: Reading, values: Values): DetectionKind | undefined {
  const value = values.get('AnalysisType')
  if (value === undefined) return missing(reading, 'AnalysisType', `AnalysisType is missing. ${UPLOADABLE}`)
  const name = readText(reading, value, { max: MAX_ANALYSIS_TYPE })
  if (name === undefined) return undefined
  const kind = DETECTION_KINDS.find((candidate) => ANALYSIS_TYPES[candidate] === name)
  if (kind === 'rule' && values.has('BaseDetection')) {
    return refuse(reading, value, `A rule derived from a BaseDetection is not supported yet. ${UPLOADABLE}`)
  }
  if (kind !== undefined) return kind
  if (OTHER_ANALYSIS_TYPES.some((other) => other === name)) {
    return refuse(reading, value, `"${name}" is not supported yet. ${UPLOADABLE}`)
  }
  const near = nearest(name, [...Object.values(ANALYSIS_TYPES), ...OTHER_ANALYSIS_TYPES])
  const hint = near === undefined ? UPLOADABLE : `Did you mean "${near}"?`
  return refuse(reading, value, `"${name}" is not a kind of detection. ${hint}`)
}

/** Refuses keys that a kind does not have, keys that exclude each other, and the absence of those it needs. */
export function checkKeys(reading: Reading, values: Values, kind: DetectionKind): void {
  refuseForeignKeys(reading, values, kind)
  const always = [kind === 'policy' ? 'PolicyID' : 'RuleID', 'Enabled', 'Severity']
  const required = kind === 'rule' ? always : [...always, 'Filename']
  for (const key of required) {
    if (!values.has(key)) missing(reading, key, `${key} is missing. Add it.`)
  }
  if (kind === 'rule') requireOneOf(reading, values, 'Filename', 'Detection')
  if (kind !== 'policy') requireOneOf(reading, values, 'LogTypes', 'ScheduledQueries')
}

function refuseForeignKeys(reading: Reading, values: Values, kind: DetectionKind): void {
  const allowed = [...KEYS].filter(([, kinds]) => kinds.includes(kind)).map(([key]) => key)
  for (const [key, { keyAt }] of values) {
    const owner = KEYS.get(key)?.[0]
    if (owner === undefined) {
      refuseUnknown(reading, { at: keyAt, key }, { name: key, owner: OWNERS[kind], allowed })
    } else if (!allowed.includes(key)) {
      refuse(reading, { at: keyAt, key }, `"${key}" is a key of ${OWNERS[owner]}, not of ${OWNERS[kind]}. Remove it.`)
    }
  }
}

function requireOneOf(reading: Reading, values: Values, first: string, second: string): void {
  const extra = values.get(first) && values.get(second)
  if (extra)
    refuse(reading, { at: extra.keyAt, key: second }, `Both ${first} and ${second} are given. Keep one of them.`)
  if (!values.has(first) && !values.has(second)) missing(reading, first, `${first} or ${second} is missing. Add one.`)
}

function missing(reading: Reading, key: string, message: string): undefined {
  reading.problems.push({ message, line: 1, column: 1, key })
}
