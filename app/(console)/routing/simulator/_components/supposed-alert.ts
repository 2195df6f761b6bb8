import { type inferParserType, parseAsArrayOf, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { DYNAMIC_ANSWERS, toDynamicDestinations } from '@/components/detections/dynamic-answer'
import type { PreviewInput } from '@/components/receipt/queries'
import { ALERT_TYPES } from '@/lib/domain/alert-type'
import { SEVERITIES } from '@/lib/domain/severity'

/** The simulator's inputs as they stand in the address. */
export const SUPPOSED_ALERT = {
  detection: parseAsString,
  severity: parseAsStringLiteral(SEVERITIES).withDefault('INFO'),
  type: parseAsStringLiteral(ALERT_TYPES).withDefault('RULE'),
  logTypes: parseAsArrayOf(parseAsString).withDefault([]),
  overrides: parseAsArrayOf(parseAsString).withDefault([]),
  returns: parseAsStringLiteral(DYNAMIC_ANSWERS).withDefault('nothing'),
  entries: parseAsArrayOf(parseAsString).withDefault([]),
}

export type SupposedAlert = inferParserType<typeof SUPPOSED_ALERT>

/** What the engine is asked about the supposed alert. */
export function toPreview(alert: SupposedAlert): Omit<PreviewInput, 'find' | 'limit'> {
  return {
    alertType: alert.type,
    severity: alert.severity,
    logTypes: alert.logTypes,
    overrides: alert.overrides,
    dynamic: toDynamicDestinations({ kind: alert.returns, entries: alert.entries }),
  }
}
