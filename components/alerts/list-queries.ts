import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { readJson } from '@/components/ui/read-json'
import type { AlertCountsView, AlertListView, AlertSearch, LiveAlertsView } from '@/lib/contracts/alert-list'
import { toQuery } from './list-search'

const LIVE_MS = 3_000
const COUNTS_MS = 10_000

/** Everything read of the list; marking it stale reads anew what is on the screen. */
export const ALERTS_KEY = ['alerts'] as const

/** Alerts up to number `upTo`, older pages as they are asked for; `liveAlertsQuery` keeps them up to date. */
export function alertListQuery(search: AlertSearch, upTo: number | null) {
  const query = toQuery(search)
  return infiniteQueryOptions({
    queryKey: [...ALERTS_KEY, 'list', query, upTo],
    queryFn: ({ signal, pageParam }) => readJson<AlertListView>(listAddress(query, upTo, pageParam), signal),
    initialPageParam: null as PageStart | null,
    getNextPageParam: (page: AlertListView): PageStart | null =>
      page.next === null ? null : { before: page.next, upTo: page.upTo },
    staleTime: Number.POSITIVE_INFINITY,
  })
}

type PageStart = { before: number; upTo: number }

function listAddress(query: string, upTo: number | null, start: PageStart | null): string {
  const address = new URLSearchParams(query)
  const top = start?.upTo ?? upTo
  if (top !== null) address.set('upTo', String(top))
  if (start) address.set('before', String(start.before))
  return `/api/alerts?${address}`
}

/** What became of the alerts shown, and how many came after number `after`; polled while the page is visible. */
export function liveAlertsQuery(search: AlertSearch, after: number, shown: readonly number[]) {
  const query = toQuery(search)
  const address = new URLSearchParams(query)
  address.set('after', String(after))
  address.set('shown', shown.join(','))
  return queryOptions({
    queryKey: [...ALERTS_KEY, 'live', query, after, shown],
    queryFn: async ({ signal }) => ({
      ...(await readJson<LiveAlertsView>(`/api/alerts/live?${address}`, signal)),
      shown,
    }),
    refetchInterval: LIVE_MS,
  })
}

/** What waits for somebody; polled while the page is visible. */
export function alertCountsQuery() {
  return queryOptions({
    queryKey: [...ALERTS_KEY, 'counts'],
    queryFn: ({ signal }) => readJson<AlertCountsView>('/api/alerts/counts', signal),
    refetchInterval: COUNTS_MS,
  })
}
