/** What made an alert. Order is the one every picker shows. */
export const ALERT_TYPES = [
  'RULE',
  'RULE_ERROR',
  'SCHEDULED_RULE',
  'SCHEDULED_RULE_ERROR',
  'CORRELATION_RULE',
  'CORRELATION_RULE_ERROR',
  'POLICY',
  'SYSTEM_ERROR',
] as const
export type AlertType = (typeof ALERT_TYPES)[number]

export const ALERT_TYPE_LABELS: Record<AlertType, string> = {
  RULE: 'Rule Matches',
  RULE_ERROR: 'Rule Errors',
  SCHEDULED_RULE: 'Scheduled Rule Matches',
  SCHEDULED_RULE_ERROR: 'Scheduled Rule Errors',
  CORRELATION_RULE: 'Correlation Rule Matches',
  CORRELATION_RULE_ERROR: 'Correlation Rule Errors',
  POLICY: 'Policy Failures',
  SYSTEM_ERROR: 'System Errors',
}
