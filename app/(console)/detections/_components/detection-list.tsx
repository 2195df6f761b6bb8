'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { DETECTION_SEARCH } from '@/components/detections/list-search'
import { detectionListQuery } from '@/components/detections/queries'
import { useDebounced } from '@/components/receipt/use-debounced'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { classNames } from '@/components/ui/class-names'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { SkeletonRows } from '@/components/ui/skeleton'
import { DetectionListQuery } from '@/lib/contracts/detection'
import { DETECTIONS_PER_PAGE } from '@/lib/domain/console'
import { CreateMenu } from './create-menu'
import { DetectionFilters } from './detection-filters'
import { DetectionTable } from './detection-table'
import { RouteDrawing } from './route-drawing'

const SETTLE_MS = 150

/** The detections that the filters in the address leave, with where the alerts of each go. */
export function DetectionList({ canModify }: { canModify: boolean }) {
  const [search, setSearch] = useQueryStates(DETECTION_SEARCH)
  const query = useDebounced(DetectionListQuery.parse(search), SETTLE_MS)
  const list = useQuery({ ...detectionListQuery(query), placeholderData: keepPreviousData })
  const clear = () => setSearch(null, { history: 'push' })

  if (list.data?.totalUnfiltered === 0) return <NoDetections canModify={canModify} />
  return (
    <div className="grid min-w-0 gap-3">
      <DetectionFilters search={search} onChange={setSearch} onClear={clear} />
      {list.error && (
        <Callout
          tone="danger"
          title="The detections could not be read"
          isAnnounced
          action={
            <Button size="sm" onPress={() => list.refetch()} isPending={list.isFetching}>
              Try again
            </Button>
          }
        >
          {list.error.message}
        </Callout>
      )}
      {list.isPending && <SkeletonRows label="Loading detections" />}
      {list.data && (
        <div
          aria-busy={list.isPlaceholderData}
          className={classNames('min-w-0 transition-opacity', list.isPlaceholderData && 'opacity-60 delay-200')}
        >
          {list.data.total === 0 ? (
            <EmptyState title="No detection matches" action={<Button onPress={clear}>Clear filters</Button>}>
              Nothing among {list.data.totalUnfiltered} detections has all that you ask for.
            </EmptyState>
          ) : (
            <>
              <DetectionTable rows={list.data.rows} />
              <Pages page={query} total={list.data.total} pageCount={list.data.pageCount} />
            </>
          )}
        </div>
      )}
    </div>
  )
}

type PagesProps = { page: DetectionListQuery; total: number; pageCount: number }

function Pages({ page: query, total, pageCount }: PagesProps) {
  const first = (query.page - 1) * DETECTIONS_PER_PAGE + 1
  const last = Math.min(total, query.page * DETECTIONS_PER_PAGE)
  const hrefOf = (page: number) => {
    const address = new URLSearchParams({
      ...(query.q && { q: query.q }),
      ...(query.kind.length > 0 && { kind: query.kind.join(',') }),
      ...(query.severity.length > 0 && { severity: query.severity.join(',') }),
      ...(query.enabled !== 'all' && { enabled: query.enabled }),
      page: String(page),
    })
    return `/detections?${address}`
  }
  return (
    <Pagination
      summary={`${first}–${last} of ${total} ${total === 1 ? 'detection' : 'detections'}`}
      previousHref={query.page > 1 ? hrefOf(query.page - 1) : undefined}
      nextHref={query.page < pageCount ? hrefOf(query.page + 1) : undefined}
    />
  )
}

function NoDetections({ canModify }: { canModify: boolean }) {
  return (
    <EmptyState title="No detections yet" drawing={<RouteDrawing />} action={canModify ? <CreateMenu /> : undefined}>
      A detection turns log events into alerts and may say where they go. Paste the YAML and Python your team has, or
      write one here.
    </EmptyState>
  )
}
