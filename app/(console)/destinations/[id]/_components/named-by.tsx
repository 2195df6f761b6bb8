import { DetectionLinks } from '@/components/destinations/naming-detections'
import { EmptyState } from '@/components/ui/empty-state'
import type { NamingDetectionView } from '@/lib/contracts/destination'

/** The detections that name the destination. */
export function NamedBy({ detections }: { detections: readonly NamingDetectionView[] }) {
  if (detections.length === 0) {
    return (
      <EmptyState title="No detection names it">
        A detection sends its alerts here whatever this destination takes, when its Destination Overrides or its
        destinations() name it.
      </EmptyState>
    )
  }
  return (
    <div className="grid max-w-3xl gap-3">
      <p className="text-muted">Their alerts come here whatever this destination takes.</p>
      <DetectionLinks detections={detections} />
    </div>
  )
}
