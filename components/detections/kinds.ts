import type { DetectionKind } from '@/lib/domain/detection'

export const DETECTION_KIND_LABELS: Record<DetectionKind, string> = {
  rule: 'Rule',
  'scheduled-rule': 'Scheduled rule',
  policy: 'Policy',
}

/** Where a detection's page is; ids may hold any character that a path cannot. */
export const detectionHref = (id: string) => `/detections/${encodeURIComponent(id)}`
