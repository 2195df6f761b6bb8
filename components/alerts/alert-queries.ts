import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { readJson } from '@/components/ui/read-json'
import type { AlertEventView, Page } from '@/lib/contracts/alert-record'
import type { AlertReceiptView, AlertView } from '@/lib/contracts/alert-view'
import type { DeliveryView } from '@/lib/contracts/delivery'
import { RECEIPT_PAGE } from '@/lib/domain/console'
import { isFinal } from '@/lib/domain/delivery'

const LIVE_MS = 2_000
const QUIET_MS = 15_000

/** Everything read of single alerts; marking it stale reads anew what is on the screen. */
export const ALERT_KEY = ['alert'] as const

/** One alert; polled while the page is visible, often while one of its deliveries is unfinished. */
export function alertQuery(alertId: string) {
  return queryOptions({
    queryKey: [...ALERT_KEY, alertId],
    queryFn: ({ signal }) => readJson<AlertView>(`/api/alerts/${alertId}`, signal),
    refetchInterval: ({ state }) => (state.data && hasUnfinished(state.data) ? LIVE_MS : QUIET_MS),
  })
}

const hasUnfinished = ({ deliveries }: AlertView) => deliveries.some(({ state }) => !isFinal(state))

export type ReceiptWanted = { alertId: string; delivery?: string; find: string; limit: number }

/** The receipt of the alert's routing, or of one manual dispatch; a decision that was made never changes. */
export function alertReceiptQuery({ alertId, delivery, find, limit }: ReceiptWanted) {
  const search = new URLSearchParams({ find, limit: String(limit), ...(delivery && { delivery }) })
  return queryOptions({
    queryKey: ['alert-receipt', alertId, delivery ?? '', find, limit],
    queryFn: ({ signal }) => readJson<AlertReceiptView>(`/api/alerts/${alertId}/receipt?${search}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

export const FIRST_RECEIPT = { find: '', limit: RECEIPT_PAGE }

/** The alert's events in order, further pages as they are asked for. */
export function alertEventsQuery(alertId: string) {
  return infiniteQueryOptions({
    queryKey: ['alert-events', alertId],
    queryFn: ({ signal, pageParam }) =>
      readJson<Page<AlertEventView>>(
        `/api/alerts/${alertId}/events${pageParam === null ? '' : `?cursor=${pageParam}`}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: Page<AlertEventView>) => next,
  })
}

/** One delivery with what its attempts sent and were answered, as of its last change. */
export function deliveryQuery({ id, changedAt }: Pick<DeliveryView, 'id' | 'changedAt'>) {
  return queryOptions({
    queryKey: ['delivery', id, changedAt],
    queryFn: ({ signal }) => readJson<DeliveryView>(`/api/deliveries/${id}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
