import { z } from 'zod'
import type { DetectionView } from '@/lib/contracts/detection'
import { SEVERITIES } from '@/lib/domain/severity'

/** The Rule Settings as they are typed; the server judges them. */
export const RuleSettingsValues = z.object({
  severity: z.enum(SEVERITIES),
  dedupPeriodMinutes: z.number(),
  threshold: z.number(),
  tags: z.array(z.string()),
  runbook: z.string(),
  reference: z.string(),
  overrides: z.array(z.string()),
})
export type RuleSettingsValues = z.output<typeof RuleSettingsValues>

/** The Rule Settings that are saved. */
export function savedSettings(detection: DetectionView): RuleSettingsValues {
  const { severity, dedupPeriodMinutes, threshold, tags, runbook, reference, overrides } = detection
  return { severity, dedupPeriodMinutes, threshold, tags, runbook, reference, overrides }
}
