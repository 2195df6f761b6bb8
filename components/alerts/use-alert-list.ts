'use client'

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { AlertRowView, AlertSearch } from '@/lib/contracts/alert-list'
import { LIVE_ROWS } from '@/lib/domain/alert-search'
import { ALERTS_PER_PAGE } from '@/lib/domain/console'
import { alertListQuery, liveAlertsQuery } from './list-queries'
import { toQuery } from './list-search'
import { mergeLive } from './merge-live'

/** Pages that are asked for without being pressed for while a search finds little; then it waits to be told to go on. */
const SEARCHED_PAGES = 20

/**
 * The list as the search filters it: rows stand still, are kept up to date, and further ones are only counted until `showNew`
 * is called.
 */
export function useAlertList(search: AlertSearch) {
  const query = toQuery(search)
  // Where the list begins belongs to one search: another begins at whatever is the newest then.
  const [top, setTop] = useState<{ query: string; upTo: number }>()
  const list = useInfiniteQuery({
    ...alertListQuery(search, top?.query === query ? top.upTo : null),
    placeholderData: keepPreviousData,
  })
  const isCurrent = !list.isPlaceholderData
  const pages = list.data?.pages ?? []
  const read = pages.flatMap((page) => page.rows)
  const after = pages[0]?.upTo ?? 0
  const live = useQuery({
    ...liveAlertsQuery(
      search,
      after,
      read.slice(0, LIVE_ROWS).map(({ number }) => number),
    ),
    enabled: pages.length > 0 && isCurrent,
    placeholderData: keepPreviousData,
  })
  const newest = isCurrent && !live.isPlaceholderData ? live.data : undefined
  const rows: AlertRowView[] = isCurrent ? mergeLive(read, live.data) : read
  return {
    list,
    rows,
    isSearching: useSearchOn(list, pages),
    isEmptyWorkspace: list.isSuccess && isCurrent && after === 0 && (newest?.upTo ?? 0) === 0,
    newCount: newest?.newCount ?? 0,
    showNew: () => newest && setTop({ query, upTo: newest.upTo }),
    error: list.error ?? live.error,
    retry: () => (list.error ? list.refetch() : live.refetch()),
  }
}

export type AlertListState = ReturnType<typeof useAlertList>

type List = Pick<
  ReturnType<typeof useInfiniteQuery>,
  'hasNextPage' | 'isFetching' | 'isPlaceholderData' | 'isError' | 'fetchNextPage'
>

/** A short page is not the end: the search goes on by itself for a while. Says whether it does. */
function useSearchOn(list: List, pages: readonly { rows: readonly unknown[] }[]): boolean {
  const { hasNextPage, isFetching, isPlaceholderData, isError, fetchNextPage } = list
  const isShort = (pages.at(-1)?.rows.length ?? 0) < ALERTS_PER_PAGE
  const goesOn = hasNextPage && isShort && !isError && !isPlaceholderData && pages.length % SEARCHED_PAGES !== 0
  useEffect(() => {
    if (goesOn && !isFetching) fetchNextPage()
  }, [goesOn, isFetching, fetchNextPage])
  return goesOn
}
