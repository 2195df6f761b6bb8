'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { alertEventsQuery } from '@/components/alerts/alert-queries'
import { JsonTree } from '@/components/code/json-tree'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { ReadFailure } from '@/components/ui/read-failure'
import { RelativeTime } from '@/components/ui/relative-time'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { AlertEventView } from '@/lib/contracts/alert-record'
import type { Json } from '@/lib/domain/alert'

/** What happened to make the alert: the first event is its own, further ones joined it while it was open. */
export function EventsTab({ alertId }: { alertId: string }) {
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    alertEventsQuery(alertId),
  )
  const events = data?.pages.flatMap(({ results }) => results)
  return (
    <div className="grid max-w-4xl gap-3">
      {error && (
        <ReadFailure title="The events could not be read" error={error} onRetry={refetch} isRetrying={isFetching} />
      )}
      {!events && !error && <SkeletonRows label="Loading the events" rows={3} />}
      {events?.length === 0 && <p className="text-sm text-muted">Retention took them.</p>}
      {events && (
        <ol className="grid gap-3">
          {events.map((event) => (
            <li key={event.number}>
              <Event event={event} />
            </li>
          ))}
        </ol>
      )}
      {hasNextPage && (
        <Button className="w-fit" onPress={() => fetchNextPage()} isPending={isFetchingNextPage}>
          Load more
        </Button>
      )}
    </div>
  )
}

function Event({ event: { number, at, event } }: { event: AlertEventView }) {
  return (
    <article aria-label={`Event ${number}`} className="min-w-0 rounded-lg border">
      <div className="flex items-center gap-3 border-b px-4 py-1.5 text-sm text-muted">
        <span className="font-mono text-xs text-ink tabular-nums">{number}</span>
        <RelativeTime at={at} />
        <CopyButton text={JSON.stringify(event, null, 2)} label="Copy event" className="ml-auto" />
      </div>
      <div className="p-4">
        {/* It was read from JSON. */}
        <JsonTree value={event as Json} label={`Event ${number}`} />
      </div>
    </article>
  )
}
