'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { niceCeiling, totalOf } from '@/components/destinations/chart-shape'
import { deliveryChartQuery } from '@/components/destinations/queries'
import { ReadFailure } from '@/components/ui/read-failure'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Skeleton } from '@/components/ui/skeleton'
import type { ChartBinView, ChartSpan } from '@/lib/contracts/delivery'
import { AttemptBars } from './attempt-bars'
import { ChartTable } from './chart-table'
import { binText, countsText, timesText } from './chart-words'
import { LatencyLines } from './latency-lines'

const SPANS = [
  { value: '24h', label: '24 hours' },
  { value: '7d', label: '7 days' },
  { value: '30d', label: '30 days' },
] as const
const SHOWN = [
  { value: 'chart', label: 'Chart' },
  { value: 'table', label: 'Table' },
] as const

/** How the destination's attempts went over time, and how long they took. */
export function DeliveryChart({ id }: { id: string }) {
  const [span, setSpan] = useState<ChartSpan>('24h')
  const [shown, setShown] = useState<(typeof SHOWN)[number]['value']>('chart')
  const chart = useQuery({ ...deliveryChartQuery(id, span), placeholderData: keepPreviousData })
  const bins = chart.data?.bins
  return (
    <section aria-labelledby="delivery-chart" className="grid min-w-0 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="delivery-chart" className="text-base font-semibold">
          Attempts
        </h2>
        <div className="flex flex-wrap gap-2">
          <SegmentedControl label="Time" options={SPANS} value={span} onChange={setSpan} />
          <SegmentedControl label="Show as" options={SHOWN} value={shown} onChange={setShown} />
        </div>
      </div>
      {chart.error && !bins && (
        <ReadFailure
          title="The chart could not be read"
          error={chart.error}
          onRetry={chart.refetch}
          isRetrying={chart.isFetching}
        />
      )}
      {!bins && !chart.error && (
        <div role="status" aria-label="Loading the chart">
          <Skeleton className="h-64 w-full" />
        </div>
      )}
      {bins && shown === 'chart' && <Charts bins={bins} />}
      {bins && shown === 'table' && <ChartTable bins={bins} />}
    </section>
  )
}

function Charts({ bins }: { bins: readonly ChartBinView[] }) {
  const [pointed, setPointed] = useState<number>()
  const bin = pointed === undefined ? undefined : bins[pointed]
  const max = niceCeiling(Math.max(...bins.map(({ delivered, notDelivered }) => delivered + notDelivered)))
  const maxMs = niceCeiling(Math.max(...bins.map(({ p95Ms }) => p95Ms ?? 0)))
  const counts = countsText(bin ?? totalOf(bins))
  return (
    <div className="grid gap-3 rounded-lg border p-4">
      <p className="min-h-10 text-sm text-soft tabular-nums sm:min-h-5">
        {bin ? (
          <>
            <span className="font-medium text-ink">{binText(bin)}</span>: {counts}
            {timesText(bin)}
          </>
        ) : (
          counts
        )}
      </p>
      <AttemptBars bins={bins} max={max} pointed={pointed} onPoint={setPointed} />
      <LatencyLines bins={bins} maxMs={maxMs} pointed={pointed} onPoint={setPointed} />
    </div>
  )
}
