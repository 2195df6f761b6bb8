'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useRedrive } from '@/components/deliveries/use-redrive'
import {
  hasLogFilter,
  LOG_SEARCH,
  type LogFilter,
  logQueryText,
  NO_LOG_FILTER,
} from '@/components/destinations/log-search'
import { deliveryLogQuery } from '@/components/destinations/queries'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ExportMenu } from '@/components/ui/export-menu'
import { ReadFailure } from '@/components/ui/read-failure'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { DeliveryView } from '@/lib/contracts/delivery'
import { DeliveryRow } from './delivery-row'
import { LogFilters } from './log-filters'
import type { LogDestination, SendingOperations } from './sending'

type Props = {
  id: string
  destination: LogDestination
  /** Absent when the caller may send nothing. */
  sending: SendingOperations | undefined
}

/** What was sent to the destination, newest first, as filtered; a row opens its attempts. */
export function DeliveryLog({ id, destination, sending }: Props) {
  const redrive = useRedrive(sending?.redrive, { destinationId: id })
  const [filter, setFilter] = useQueryStates(LOG_SEARCH, { history: 'push' })
  const log = useInfiniteQuery({ ...deliveryLogQuery(id, filter), placeholderData: keepPreviousData })
  const deliveries = log.data?.pages.flatMap((page) => page.results)
  const change = (next: LogFilter) => setFilter({ ...next, state: [...next.state], reason: [...next.reason] })
  return (
    <section aria-labelledby="delivery-log" className="grid min-w-0 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="delivery-log" className="text-base font-semibold">
          Deliveries
        </h2>
        <div className="flex flex-wrap items-center gap-2">
          <LogFilters filter={filter} onChange={change} />
          <ExportMenu path="/api/deliveries/export" query={`id=${id}&${logQueryText(filter, null)}`} />
          {sending && <Button onPress={() => redrive.open()}>Redrive</Button>}
        </div>
      </div>
      {log.error && (
        <ReadFailure
          title="The log could not be read"
          error={log.error}
          onRetry={log.refetch}
          isRetrying={log.isFetching}
        />
      )}
      {!deliveries && !log.error && <SkeletonRows label="Loading deliveries" />}
      {deliveries?.length === 0 && (
        <NoDeliveries isFiltered={hasLogFilter(filter)} onClear={() => change(NO_LOG_FILTER)} />
      )}
      {deliveries && deliveries.length > 0 && (
        <Rows {...{ deliveries, destination, sending }} isStale={log.isPlaceholderData} />
      )}
      {log.hasNextPage && (
        <Button className="w-fit" onPress={() => log.fetchNextPage()} isPending={log.isFetchingNextPage}>
          Load older
        </Button>
      )}
      {redrive.dialog}
    </section>
  )
}

type RowsProps = Omit<Props, 'id'> & { deliveries: readonly DeliveryView[]; isStale: boolean }

function Rows({ deliveries, destination, sending, isStale }: RowsProps) {
  return (
    <ul aria-label="Deliveries" aria-busy={isStale} className="overflow-hidden rounded-lg border aria-busy:opacity-60">
      {deliveries.map((delivery) => (
        <DeliveryRow key={delivery.id} delivery={delivery} destination={destination} sending={sending} />
      ))}
    </ul>
  )
}

function NoDeliveries({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (isFiltered) {
    return (
      <EmptyState title="No delivery matches" action={<Button onPress={onClear}>Clear the filters</Button>}>
        Others may be in the log: take a filter away to see them.
      </EmptyState>
    )
  }
  return (
    <EmptyState title="Nothing was sent to it yet">
      Every delivery stands here with its attempts, their requests, answers and times. A test alert makes the first.
    </EmptyState>
  )
}
