import { detectionHref } from '@/components/detections/kinds'
import { TextLink } from '@/components/ui/link'
import type { AlertSourceView } from '@/lib/contracts/alert-view'

/** What the alert came from: a detection, which may be none of this console's, or what a system error is about. */
export function AlertSource({ alert: { detection, systemError } }: { alert: AlertSourceView }) {
  const destination = systemError?.destination
  if (destination) {
    return destination.isDeleted ? (
      <span>{destination.displayName}, deleted since</span>
    ) : (
      <TextLink href={`/destinations/${destination.id}`}>{destination.displayName}</TextLink>
    )
  }
  if (!detection) return <span>Switchyard itself</span>
  if (detection.isHere) return <TextLink href={detectionHref(detection.id)}>{detection.name}</TextLink>
  return (
    <span className="min-w-0 break-words" title="No detection of this id is kept here">
      {detection.name}
    </span>
  )
}
