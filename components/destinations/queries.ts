import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { readJson } from '@/components/ui/read-json'
import type { ChartSpan, DeliveryChartView, DeliveryLogView } from '@/lib/contracts/delivery'
import type {
  DependantsView,
  DestinationListQuery,
  DestinationListView,
  DestinationView,
  RevisionView,
} from '@/lib/contracts/destination'
import { isFinal } from '@/lib/domain/delivery'
import { toQueryString } from './list-search'
import { type LogFilter, logQueryText, NO_LOG_FILTER } from './log-search'

const POLL_MS = 15_000
const LIVE_MS = 3_000
const CHART_MS = 60_000

/** Everything read of destinations; marking it stale reads anew what is on the screen. */
export const DESTINATIONS_KEY = ['destinations'] as const
export const LIST_KEY = [...DESTINATIONS_KEY, 'list'] as const

/** One page of the list; polled while the page is visible. */
export function destinationListQuery(search: DestinationListQuery) {
  return queryOptions({
    queryKey: [...LIST_KEY, search],
    queryFn: ({ signal }) => readJson<DestinationListView>(`/api/destinations${toQueryString(search)}`, signal),
    refetchInterval: POLL_MS,
  })
}

/** One destination; polled while the page is visible. */
export function destinationQuery(id: string) {
  return queryOptions({
    queryKey: [...DESTINATIONS_KEY, 'one', id],
    queryFn: ({ signal }) => readJson<DestinationView>(`/api/destinations/${id}`, signal),
    refetchInterval: POLL_MS,
  })
}

/** The destination's log as filtered, newest first, older pages as they are asked for; polled often while something is on its way. */
export function deliveryLogQuery(id: string, filter: LogFilter = NO_LOG_FILTER) {
  return infiniteQueryOptions({
    queryKey: [...DESTINATIONS_KEY, 'log', id, filter],
    queryFn: ({ signal, pageParam }) =>
      readJson<DeliveryLogView>(`/api/destinations/${id}/deliveries?${logQueryText(filter, pageParam)}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: DeliveryLogView) => page.next,
    refetchInterval: ({ state }) => (state.data?.pages.some(hasUnfinished) ? LIVE_MS : POLL_MS),
  })
}

const hasUnfinished = ({ results }: DeliveryLogView) => results.some(({ state }) => !isFinal(state))

/** How the destination's attempts went and how long they took. */
export function deliveryChartQuery(id: string, span: ChartSpan) {
  return queryOptions({
    queryKey: [...DESTINATIONS_KEY, 'chart', id, span],
    queryFn: ({ signal }) => readJson<DeliveryChartView>(`/api/destinations/${id}/chart?span=${span}`, signal),
    refetchInterval: CHART_MS,
  })
}

/** The destination's history of changes, newest first. */
export function revisionsQuery(id: string) {
  return queryOptions({
    queryKey: [...DESTINATIONS_KEY, 'revisions', id],
    queryFn: ({ signal }) => readJson<RevisionView[]>(`/api/destinations/${id}/revisions`, signal),
  })
}

/** What deleting it would change, asked anew each time; not under `DESTINATIONS_KEY`, or it would be asked of what was just deleted. */
export function dependantsQuery(id: string) {
  return queryOptions({
    queryKey: ['dependants', id],
    queryFn: ({ signal }) => readJson<DependantsView>(`/api/destinations/${id}/dependants`, signal),
    staleTime: 0,
    gcTime: 0,
  })
}
