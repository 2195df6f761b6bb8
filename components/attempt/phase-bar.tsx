import { classNames } from '@/components/ui/class-names'
import type { PhasesView } from '@/lib/contracts/delivery'
import { formatDuration, type Segment, segmentsOf } from './phases'

const FILLS: Record<Segment['id'], string> = {
  dns: 'bg-line-strong',
  connect: 'bg-muted',
  tls: 'bg-accent-line',
  firstByte: 'bg-accent',
  rest: 'bg-pressed',
}

/** How long an exchange took, phase by phase: a bar, and the numbers under it. */
export function PhaseBar({ phases }: { phases: PhasesView }) {
  const segments = segmentsOf(phases)
  if (segments.length === 0) return null
  return (
    <div className="grid gap-2">
      <div aria-hidden="true" className="flex h-2 gap-px overflow-hidden rounded-full bg-sunken">
        {segments.map(({ id, share }) => (
          <span key={id} style={{ width: `${share * 100}%` }} className={classNames('min-w-0.5', FILLS[id])} />
        ))}
      </div>
      <dl className="flex flex-wrap gap-x-5 gap-y-1 text-xs">
        {segments.map(({ id, label, ms }) => (
          <div key={id} className="flex items-center gap-1.5">
            <dt className="flex items-center gap-1.5 text-muted">
              <span aria-hidden="true" className={classNames('size-2 rounded-xs', FILLS[id])} />
              {label}
            </dt>
            <dd className="font-mono text-ink tabular-nums">{formatDuration(ms)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
