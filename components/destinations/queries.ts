import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { DeliveryLogView } from '@/lib/contracts/delivery'
import type {
  DependantsView,
  DestinationListQuery,
  DestinationListView,
  DestinationView,
  RevisionView,
} from '@/lib/contracts/destination'
import { toQueryString } from './list-search'

const POLL_MS = 15_000

/** Everything read of destinations; marking it stale reads anew what is on the screen. */
export const DESTINATIONS_KEY = ['destinations'] as const
export const LIST_KEY = [...DESTINATIONS_KEY, 'list'] as const

/** One page of the list; polled while the page is visible. */
export function destinationListQuery(search: DestinationListQuery) {
  return queryOptions({
    queryKey: [...LIST_KEY, search],
    queryFn: ({ signal }) => read<DestinationListView>(`/api/destinations${toQueryString(search)}`, signal),
    refetchInterval: POLL_MS,
  })
}

/** One destination; polled while the page is visible. */
export function destinationQuery(id: string) {
  return queryOptions({
    queryKey: [...DESTINATIONS_KEY, 'one', id],
    queryFn: ({ signal }) => read<DestinationView>(`/api/destinations/${id}`, signal),
    refetchInterval: POLL_MS,
  })
}

/** The destination's log, newest first, older pages as they are asked for. */
export function deliveryLogQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: [...DESTINATIONS_KEY, 'log', id],
    queryFn: ({ signal, pageParam }) =>
      read<DeliveryLogView>(`/api/destinations/${id}/deliveries${pageParam ? `?before=${pageParam}` : ''}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: DeliveryLogView) => page.next,
    refetchInterval: POLL_MS,
  })
}

/** The destination's history of changes, newest first. */
export function revisionsQuery(id: string) {
  return queryOptions({
    queryKey: [...DESTINATIONS_KEY, 'revisions', id],
    queryFn: ({ signal }) => read<RevisionView[]>(`/api/destinations/${id}/revisions`, signal),
  })
}

/** What deleting it would change, asked anew each time; not under `DESTINATIONS_KEY`, or it would be asked of what was just deleted. */
export function dependantsQuery(id: string) {
  return queryOptions({
    queryKey: ['dependants', id],
    queryFn: ({ signal }) => read<DependantsView>(`/api/destinations/${id}/dependants`, signal),
    staleTime: 0,
    gcTime: 0,
  })
}

async function read<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(path, { signal, headers: { accept: 'application/json' } }).catch((error: unknown) => {
    if (signal.aborted) throw error
    throw new Error('The server did not answer. Check your connection, then try again.')
  })
  if (response.ok) return response.json()
  const failure: { message?: string } = await response.json().catch(() => ({}))
  throw new Error(failure.message ?? `The server answered ${response.status}. Try again.`)
}
