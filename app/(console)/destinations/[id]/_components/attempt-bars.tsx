'use client'

import { barsOf, totalOf } from '@/components/destinations/chart-shape'
import type { ChartBinView } from '@/lib/contracts/delivery'
import { ChartField, type PointedProps } from './chart-field'
import { countsText } from './chart-words'

const BAR = { inset: 0.12, width: 0.76 }

type Props = PointedProps & { bins: readonly ChartBinView[]; max: number }

/** Attempts by time: those that delivered, and on top of them those that did not. */
export function AttemptBars({ bins, max, ...pointing }: Props) {
  return (
    <div className="grid gap-1">
      <Legend />
      <ChartField
        label={`Attempts by time: ${countsText(totalOf(bins))}. The table has the figures.`}
        bins={bins}
        top={`${max.toLocaleString('en')} attempts`}
        className="h-28"
        {...pointing}
      >
        {bins.map((bin, index) => {
          const { delivered, notDelivered } = barsOf(bin, max)
          return (
            <g key={bin.from}>
              <rect x={index + BAR.inset} width={BAR.width} {...delivered} className="fill-positive" />
              <rect x={index + BAR.inset} width={BAR.width} {...notDelivered} className="fill-danger" />
            </g>
          )
        })}
      </ChartField>
    </div>
  )
}

const Legend = () => (
  <p className="flex flex-wrap gap-x-4 text-xs text-soft">
    <span className="flex items-center gap-1.5">
      <span aria-hidden="true" className="size-2.5 rounded-xs bg-positive" />
      Delivered
    </span>
    <span className="flex items-center gap-1.5">
      <span aria-hidden="true" className="size-2.5 rounded-xs bg-danger" />
      Not delivered, on top
    </span>
  </p>
)
