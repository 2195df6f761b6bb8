import { parseDocument } from 'yaml'
import type { DetectionDefinition } from '../domain/detection'
import type { Severity } from '../domain/severity'
import { ANALYSIS_TYPES } from './keys'
import { readDetectionYaml } from './read-detection-yaml'
import { titleCase } from './read-fields'
import { changeKey } from './yaml-edit'
import { PARSE_OPTIONS } from './yaml-source'
import { mappingText, type NewValue } from './yaml-text'

/** The settings that the console changes; each has one key in the file. */
export type DetectionChanges = Partial<
  Pick<
    DetectionDefinition,
    | 'displayName'
    | 'severity'
    | 'enabled'
    | 'tags'
    | 'description'
    | 'reference'
    | 'runbook'
    | 'dedupPeriodMinutes'
    | 'threshold'
    | 'outputIds'
    | 'logTypes'
  >
>

const CHANGEABLE = [
  ['displayName', 'DisplayName'],
  ['enabled', 'Enabled'],
  ['logTypes', 'LogTypes'],
  ['tags', 'Tags'],
  ['severity', 'Severity'],
  ['description', 'Description'],
  ['runbook', 'Runbook'],
  ['reference', 'Reference'],
  ['dedupPeriodMinutes', 'DedupPeriodMinutes'],
  ['threshold', 'Threshold'],
  ['outputIds', 'OutputIds'],
] as const

/** A detection as a fresh file can state it: its tests are written by people. */
export type NewDetection = Omit<DetectionDefinition, 'testNames'>

/** The body a new simple rule starts with: it matches an event that no log holds. */
const STARTING_BODY = [{ Key: 'eventName', Condition: 'Equals', Value: 'ExampleEvent' }]

/**
 * The same text with some settings changed, and nothing else: comments, order and spelling stay. An empty text or list
 * removes its key. The text must read; whether the new values do is for `readDetectionYaml` of the answer to tell.
 */
export function changeDetectionYaml(text: string, changes: DetectionChanges): string {
  const read = readDetectionYaml(text)
  if (!read.ok) throw new Error('Only a detection that reads can be changed.')
  return CHANGEABLE.reduce((current, [setting, key]) => {
    const wanted = changes[setting]
    if (wanted === undefined || isSame(wanted, read.definition[setting])) return current
    return changeKey(
      current,
      key,
      setting === 'severity' ? spelt(current, wanted as Severity) : written(setting, wanted),
    )
  }, text)
}

function isSame(a: NewValue, b: NewValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function written(setting: keyof DetectionChanges, value: NewValue): NewValue | undefined {
  const isEmpty = value === '' || (Array.isArray(value) && value.length === 0)
  return isEmpty && setting !== 'logTypes' ? undefined : value
}

/** Upper case in a file that spells its severity so. */
function spelt(text: string, severity: Severity): string {
  const spelling = String(parseDocument(text, PARSE_OPTIONS).get('Severity'))
  return spelling === spelling.toUpperCase() ? severity : titleCase(severity)
}

/** A file that says what the definition does, in the key order of Panther's own files. A simple rule gets a body to start from. */
export function newDetectionYaml(detection: NewDetection): string {
  const isPolicy = detection.kind === 'policy'
  const needsList = !isPolicy && detection.logTypes.length + detection.scheduledQueries.length === 0
  const given = <T extends string | readonly string[]>(value: T) => (value.length === 0 ? undefined : value)
  const text = mappingText({
    AnalysisType: ANALYSIS_TYPES[detection.kind],
    Filename: given(detection.filename),
    [isPolicy ? 'PolicyID' : 'RuleID']: detection.id,
    DisplayName: given(detection.displayName),
    Enabled: detection.enabled,
    LogTypes: given(detection.logTypes) ?? (needsList && detection.kind === 'rule' ? [] : undefined),
    ScheduledQueries: given(detection.scheduledQueries) ?? (needsList && detection.kind !== 'rule' ? [] : undefined),
    ResourceTypes: given(detection.resourceTypes),
    Tags: given(detection.tags),
    Severity: titleCase(detection.severity),
    Description: given(detection.description),
    Runbook: given(detection.runbook),
    Reference: given(detection.reference),
    DedupPeriodMinutes: isPolicy ? undefined : detection.dedupPeriodMinutes,
    Threshold: isPolicy ? undefined : detection.threshold,
    CreateAlert: detection.createAlert ? undefined : false,
    OutputIds: given(detection.outputIds),
    Detection: detection.isSimple ? STARTING_BODY : undefined,
  })
  return `${text}\n`
}
