import { detectionHref } from '@/components/detections/kinds'
import { TextLink } from '@/components/ui/link'
import type { NamingDetectionView } from '@/lib/contracts/destination'

const WAYS: Record<NamingDetectionView['by'], string> = {
  overrides: 'by Destination Overrides',
  python: 'in its Python',
}

/** Detections by name, each with how it names the destination where that is told. */
export function DetectionLinks({
  detections,
}: {
  detections: readonly (Omit<NamingDetectionView, 'by'> & { by?: NamingDetectionView['by'] })[]
}) {
  return (
    <ul className="grid max-h-48 gap-1 overflow-y-auto text-sm">
      {detections.map(({ id, displayName, by }) => (
        <li key={`${id} ${by}`} className="min-w-0 break-words text-muted">
          <TextLink href={detectionHref(id)}>{displayName || id}</TextLink>
          {by && ` ${WAYS[by]}`}
        </li>
      ))}
    </ul>
  )
}
