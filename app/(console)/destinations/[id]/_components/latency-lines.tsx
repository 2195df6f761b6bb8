'use client'

import { formatDuration } from '@/components/attempt/phases'
import { pathOf } from '@/components/destinations/chart-shape'
import type { ChartBinView } from '@/lib/contracts/delivery'
import { ChartField, type PointedProps } from './chart-field'

type Props = PointedProps & { bins: readonly ChartBinView[]; maxMs: number }

const LINE = {
  fill: 'none',
  strokeWidth: 1.75,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  vectorEffect: 'non-scaling-stroke',
} as const

/** How long attempts took by time: half of them, and 95 of 100. */
export function LatencyLines({ bins, maxMs, ...pointing }: Props) {
  const half = pathOf(
    bins.map(({ p50Ms }) => p50Ms),
    maxMs,
  )
  const most = pathOf(
    bins.map(({ p95Ms }) => p95Ms),
    maxMs,
  )
  return (
    <div className="grid gap-1">
      <Legend />
      <ChartField
        label="How long attempts took by time: half of them, and 95 of 100. The table has the figures."
        bins={bins}
        top={formatDuration(maxMs)}
        className="h-20"
        {...pointing}
      >
        <path {...LINE} d={most} strokeDasharray="4 3" className="stroke-warning" />
        <path {...LINE} d={half} className="stroke-accent-ink" />
      </ChartField>
    </div>
  )
}

const Legend = () => (
  <p className="flex flex-wrap gap-x-4 text-xs text-soft">
    <span className="flex items-center gap-1.5">
      <span aria-hidden="true" className="w-4 border-t-2 border-accent-ink" />
      Half took up to (p50)
    </span>
    <span className="flex items-center gap-1.5">
      <span aria-hidden="true" className="w-4 border-t-2 border-dashed border-warning" />
      95 % took up to (p95)
    </span>
  </p>
)
