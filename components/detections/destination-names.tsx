import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { DestinationLogo } from '@/components/marks/destination-logo'

const SHOWN_MAX = 2

type Props = { destinations: readonly { id: string; displayName: string; type: string }[]; faultCount: number }

/** Where alerts go, in a table cell: the first by logo and name, the rest by count; "Nowhere" and faults as warnings. */
export function DestinationNames({ destinations, faultCount }: Props) {
  const shown = destinations.slice(0, SHOWN_MAX)
  const rest = destinations.slice(SHOWN_MAX)
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1 max-sm:justify-end">
      {destinations.length === 0 && <Warning>Nowhere</Warning>}
      {shown.map(({ id, displayName, type }) => (
        <span key={id} className="inline-flex min-w-0 items-center gap-1.5" title={displayName}>
          <DestinationLogo type={type} size={20} />
          <span className="max-w-40 truncate text-ink">{displayName}</span>
        </span>
      ))}
      {rest.length > 0 && (
        <span className="text-muted tabular-nums" title={rest.map(({ displayName }) => displayName).join(', ')}>
          +{rest.length}
          <span className="sr-only"> more</span>
        </span>
      )}
      {faultCount > 0 && (
        <Warning>
          {faultCount} {faultCount === 1 ? 'fault' : 'faults'}
        </Warning>
      )}
    </span>
  )
}

function Warning({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1 text-warning-ink">
      <TriangleAlert aria-hidden="true" size={14} className="shrink-0" />
      {children}
    </span>
  )
}
