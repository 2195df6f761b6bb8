import type { DetectionDefinition, DetectionKind, Problem } from '../domain/detection'
import { checkKeys, readKind, type Values } from './check-keys'
import { checkKeptValues, MAX_LIST, MAX_NAME, readDedupPeriod, readLogTypes, readSeverity } from './read-fields'
import { readTestNames } from './read-tests'
import { entries, type Reading, readBoolean, readInteger, readText, readTexts, type Value } from './values'
import { inOrder, openYaml } from './yaml-source'

export type ReadDetection =
  | { ok: true; definition: DetectionDefinition; warnings: Problem[] }
  | { ok: false; problems: Problem[] }

const MAX_PROSE = 10_000
const MAX_OUTPUT_ID = 5_000
const DEFAULT_DEDUP_MINUTES = 60
const DEFAULT_THRESHOLD = 1

/**
 * Reads a rule, scheduled rule or policy as `panther_analysis_tool` files hold them, or tells every problem with its line
 * and column. Does no I/O, and answers for any text.
 */
export function readDetectionYaml(text: string): ReadDetection {
  const opened = openYaml(text)
  if (!opened.ok) return opened
  const reading: Reading = { source: opened.source, problems: [], warnings: opened.warnings }
  const values = entries(reading, opened.source.root)
  const kind = readKind(reading, values)
  if (kind === undefined) return { ok: false, problems: inOrder(reading.problems) }
  checkKeys(reading, values, kind)
  checkKeptValues(reading, values)
  const definition = readDefinition(reading, values, kind)
  if (reading.problems.length > 0) return { ok: false, problems: inOrder(reading.problems) }
  return { ok: true, definition, warnings: inOrder(reading.warnings) }
}

/** What stands for a missing or refused value is never seen outside: a refused one fails the whole reading. */
function readDefinition(reading: Reading, values: Values, kind: DetectionKind): DetectionDefinition {
  const read = <T>(key: string, reader: (reading: Reading, value: Value) => T | undefined): T | undefined => {
    const value = values.get(key)
    return value === undefined ? undefined : reader(reading, value)
  }
  return {
    id: read(kind === 'policy' ? 'PolicyID' : 'RuleID', name) ?? '',
    kind,
    displayName: read('DisplayName', name) ?? '',
    enabled: read('Enabled', readBoolean) ?? false,
    severity: read('Severity', readSeverity) ?? 'INFO',
    logTypes: read('LogTypes', readLogTypes) ?? [],
    scheduledQueries: read('ScheduledQueries', texts) ?? [],
    resourceTypes: read('ResourceTypes', texts) ?? [],
    tags: read('Tags', texts) ?? [],
    description: read('Description', prose) ?? '',
    reference: read('Reference', prose) ?? '',
    runbook: read('Runbook', prose) ?? '',
    dedupPeriodMinutes: read('DedupPeriodMinutes', readDedupPeriod) ?? DEFAULT_DEDUP_MINUTES,
    threshold: read('Threshold', (_, value) => readInteger(reading, value, 1)) ?? DEFAULT_THRESHOLD,
    createAlert: read('CreateAlert', readBoolean) ?? true,
    outputIds: read('OutputIds', outputIds) ?? [],
    filename: read('Filename', (_, value) => readText(reading, value, { max: MAX_NAME })) ?? '',
    isSimple: values.has('Detection'),
    testNames: readTestNames(reading, values.get('Tests'), kind),
  }
}

function name(reading: Reading, value: Value): string | undefined {
  return readText(reading, value, { max: MAX_NAME, name: true })
}

function prose(reading: Reading, value: Value): string | undefined {
  return readText(reading, value, { max: MAX_PROSE, blank: true })
}

function texts(reading: Reading, value: Value): string[] {
  return readTexts(reading, value, { max: MAX_LIST, maxItem: MAX_NAME }).map((entry) => entry.text)
}

function outputIds(reading: Reading, value: Value): string[] {
  return readTexts(reading, value, { max: MAX_LIST, maxItem: MAX_OUTPUT_ID }).map((entry) => entry.text)
}
