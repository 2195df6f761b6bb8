import type { DetectionKind } from '../domain/detection'

/** How `AnalysisType` spells each kind. */
export const ANALYSIS_TYPES: Readonly<Record<DetectionKind, string>> = {
  rule: 'rule',
  'scheduled-rule': 'scheduled_rule',
  policy: 'policy',
}

/** Files that a detections repository holds besides, which are not detections that run. */
export const OTHER_ANALYSIS_TYPES = [
  'correlation_rule',
  'datamodel',
  'derived',
  'global',
  'lookup_table',
  'pack',
  'saved_query',
  'scheduled_prompt',
  'scheduled_query',
] as const

const EVERY_KIND: readonly DetectionKind[] = ['rule', 'scheduled-rule', 'policy']
const RULES: readonly DetectionKind[] = ['rule', 'scheduled-rule']
const RULE: readonly DetectionKind[] = ['rule']
const POLICY: readonly DetectionKind[] = ['policy']

/** Every top-level key, the kinds that have it, in the order Panther's own files use. Source: panther_analysis_tool `schemas.py`. */
export const KEYS: ReadonlyMap<string, readonly DetectionKind[]> = new Map([
  ['AnalysisType', EVERY_KIND],
  ['Filename', EVERY_KIND],
  ['RuleID', RULES],
  ['PolicyID', POLICY],
  ['BaseVersion', EVERY_KIND],
  ['DisplayName', EVERY_KIND],
  ['Enabled', EVERY_KIND],
  ['LogTypes', RULES],
  ['ScheduledQueries', RULES],
  ['ResourceTypes', POLICY],
  ['Tags', EVERY_KIND],
  ['Status', EVERY_KIND],
  ['CreatedBy', EVERY_KIND],
  ['Reports', EVERY_KIND],
  ['Severity', EVERY_KIND],
  ['OnlyUseBaseRiskScore', EVERY_KIND],
  ['Description', EVERY_KIND],
  ['Runbook', EVERY_KIND],
  ['Reference', EVERY_KIND],
  ['SummaryAttributes', RULES],
  ['DedupPeriodMinutes', RULES],
  ['Threshold', RULES],
  ['CreateAlert', RULES],
  ['OutputIds', EVERY_KIND],
  ['Suppressions', POLICY],
  ['AutoRemediationID', POLICY],
  ['AutoRemediationParameters', POLICY],
  ['ActionDelaySeconds', POLICY],
  ['Detection', RULE],
  ['AlertTitle', RULES],
  ['DynamicSeverities', RULES],
  ['AlertContext', RULES],
  ['GroupBy', RULES],
  ['InlineFilters', RULES],
  ['Tests', EVERY_KIND],
])
