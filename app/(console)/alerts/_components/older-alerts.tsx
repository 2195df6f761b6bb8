'use client'

import type { AlertListState } from '@/components/alerts/use-alert-list'
import { Button } from '@/components/ui/button'
import { Spinner } from '@/components/ui/spinner'

/** What stands below the rows: more of them, a search that goes on, or the end. */
export function OlderAlerts({ state }: { state: AlertListState }) {
  const { list, rows, isSearching } = state
  if (isSearching) {
    return (
      <p role="status" className="flex items-center justify-center gap-2 py-6 text-sm text-muted">
        <Spinner /> Searching older alerts
      </p>
    )
  }
  if (list.hasNextPage) {
    return (
      <div className="flex justify-center py-4">
        <Button onPress={() => list.fetchNextPage()} isPending={list.isFetchingNextPage}>
          Show older alerts
        </Button>
      </div>
    )
  }
  if (rows.length === 0) return null
  return (
    <p className="py-4 text-center text-sm text-muted tabular-nums">
      {rows.length.toLocaleString('en')} {rows.length === 1 ? 'alert' : 'alerts'}
    </p>
  )
}
