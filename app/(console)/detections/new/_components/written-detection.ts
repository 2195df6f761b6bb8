import { z } from 'zod'
import { DETECTION_KINDS, type DetectionKind } from '@/lib/domain/detection'
import { SEVERITIES } from '@/lib/domain/severity'

/** A detection as the form has it while it is written; the server judges it. */
export const WrittenDetection = z.object({
  id: z.string(),
  displayName: z.string(),
  kind: z.enum(DETECTION_KINDS),
  severity: z.enum(SEVERITIES),
  logTypes: z.array(z.string()),
  body: z.string(),
})
export type WrittenDetection = z.output<typeof WrittenDetection>

/** The Python that a detection of a kind starts with: it makes no alert until it is written. */
export const STARTERS: Record<DetectionKind, string> = {
  rule: 'def rule(event):\n    return False\n\n\ndef title(event):\n    return "What happened, to whom"\n',
  'scheduled-rule': 'def rule(event):\n    return True\n',
  policy: 'def policy(resource):\n    return True\n',
}

export const BLANK_DETECTION: WrittenDetection = {
  id: '',
  displayName: '',
  kind: 'rule',
  severity: 'INFO',
  logTypes: [],
  body: STARTERS.rule,
}

/** The detection made another kind; Python that nobody touched becomes that kind's own. */
export function withKind(detection: WrittenDetection, kind: DetectionKind): WrittenDetection {
  const isUntouched = detection.body === STARTERS[detection.kind]
  return { ...detection, kind, body: isUntouched ? STARTERS[kind] : detection.body }
}
