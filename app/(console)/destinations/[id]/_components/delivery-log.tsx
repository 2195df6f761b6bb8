'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { deliveryLogQuery } from '@/components/destinations/queries'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { SkeletonRows } from '@/components/ui/skeleton'
import { DeliveryRow } from './delivery-row'

const SHOWN = [
  { value: 'all', label: 'All' },
  { value: 'delivered', label: 'Delivered' },
  { value: 'failed', label: 'Not delivered' },
] as const

/** What was sent to the destination, newest first; a row opens its attempt. */
export function DeliveryLog({ id }: { id: string }) {
  const [shown, setShown] = useState<(typeof SHOWN)[number]['value']>('all')
  const log = useInfiniteQuery(deliveryLogQuery(id))
  const read = log.data?.pages.flatMap((page) => page.results) ?? []
  const matching = read.filter(({ state }) => shown === 'all' || state === shown)
  if (log.isPending) return <SkeletonRows label="Loading deliveries" />
  return (
    <div className="grid min-w-0 gap-3">
      {log.error && (
        <Callout
          tone="danger"
          title="The log could not be read"
          isAnnounced
          action={
            <Button size="sm" onPress={() => log.refetch()} isPending={log.isFetching}>
              Try again
            </Button>
          }
        >
          {log.error.message}
        </Callout>
      )}
      {log.data && read.length === 0 ? (
        <EmptyState title="Nothing was sent to it yet">
          Every delivery stands here with its request, its answer and its times. A test alert makes the first.
        </EmptyState>
      ) : (
        <>
          <SegmentedControl label="Show" options={SHOWN} value={shown} onChange={setShown} />
          {matching.length > 0 ? (
            <ul aria-label="Deliveries" className="overflow-hidden rounded-lg border">
              {matching.map((delivery) => (
                <DeliveryRow key={delivery.id} delivery={delivery} />
              ))}
            </ul>
          ) : (
            <p className="py-6 text-center text-muted">None among the {read.length} read so far.</p>
          )}
          {log.hasNextPage && (
            <Button className="w-fit" onPress={() => log.fetchNextPage()} isPending={log.isFetchingNextPage}>
              Load older
            </Button>
          )}
        </>
      )}
    </div>
  )
}
