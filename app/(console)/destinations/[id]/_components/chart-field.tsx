'use client'

import type { ReactNode } from 'react'
import type { ChartBinView } from '@/lib/contracts/delivery'
import { tickText } from './chart-words'

export type PointedProps = { pointed: number | undefined; onPoint: (index: number | undefined) => void }

type Props = PointedProps & {
  /** Says in words what is drawn. */
  label: string
  bins: readonly ChartBinView[]
  /** What the axis ends with. */
  top: string
  className: string
  /** Drawn in a field one wide and one high for each bin. */
  children: ReactNode
}

/** The field that a chart is drawn in: its axis, its times, and what is pointed at. */
export function ChartField({ label, bins, top, className, pointed, onPoint, children }: Props) {
  const ticks = [bins[0], bins[Math.floor(bins.length / 2)], bins.at(-1)].filter((bin) => bin !== undefined)
  return (
    <div className="grid gap-1">
      <span className="text-xs text-muted tabular-nums">{top}</span>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${bins.length} 1`}
        preserveAspectRatio="none"
        onPointerLeave={() => onPoint(undefined)}
        className={`w-full border-y ${className}`}
      >
        {pointed !== undefined && <rect x={pointed} width={1} height={1} className="fill-pressed" />}
        {children}
        {bins.map(({ from }, index) => (
          <rect
            key={from}
            x={index}
            width={1}
            height={1}
            className="fill-transparent"
            onPointerEnter={() => onPoint(index)}
          />
        ))}
      </svg>
      <span aria-hidden="true" className="flex justify-between text-xs text-muted tabular-nums">
        {ticks.map((bin) => (
          <span key={bin.from}>{tickText(bin)}</span>
        ))}
      </span>
    </div>
  )
}
