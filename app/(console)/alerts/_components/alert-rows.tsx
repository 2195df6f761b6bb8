'use client'

import { useEffect, useEffectEvent, useRef } from 'react'
import { hasFilters } from '@/components/alerts/list-search'
import type { AlertListOperations } from '@/components/alerts/operations'
import { useAlertKeys } from '@/components/alerts/use-alert-keys'
import type { AlertListState } from '@/components/alerts/use-alert-list'
import { useSelection } from '@/components/alerts/use-selection'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { classNames } from '@/components/ui/class-names'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { AlertSearch } from '@/lib/contracts/alert-list'
import type { AssigneeView } from '@/lib/contracts/alert-view'
import { AlertTable } from './alert-table'
import { BulkBar } from './bulk-bar'
import { NewAlertsBar } from './new-alerts-bar'
import { NothingMatches } from './no-alerts'
import { OlderAlerts } from './older-alerts'
import { useBulkChange } from './use-bulk-change'

type Props = {
  state: AlertListState
  search: AlertSearch
  operations: AlertListOperations | undefined
  assignees: readonly AssigneeView[]
  onSearch: () => void
}

/** The rows, what came above them, what is below them, and what can be done with those chosen. */
export function AlertRows({ state, search, operations, assignees, onSearch }: Props) {
  const { list, rows, error, newCount, isSearching } = state
  const selection = useSelection(rows.map(({ alertId }) => alertId))
  const table = useRef<HTMLDivElement>(null)
  useAlertKeys({ search: onSearch, clear: selection.clear })
  useAppearing(newCount, () => {
    if (selection.selected.length === 0 && isUnread(table.current)) state.showNew()
  })
  const showNew = () => {
    state.showNew()
    window.scrollTo({ top: 0 })
  }
  const isStale = list.isPlaceholderData
  return (
    <>
      {error && <Unreadable message={error.message} isRetrying={list.isFetching} onRetry={state.retry} />}
      <NewAlertsBar count={newCount} onShow={showNew} />
      <div
        ref={table}
        aria-busy={isStale}
        className={classNames('min-w-0 transition-opacity duration-75', isStale && 'opacity-60 delay-200')}
      >
        {rows.length > 0 && <AlertTable rows={rows} selection={operations && selection} />}
        {list.isPending && <SkeletonRows label="Loading alerts" rows={12} />}
        {list.isSuccess && rows.length === 0 && !isSearching && !list.hasNextPage && !isStale && (
          <NothingMatches search={search} isFiltered={hasFilters(search)} />
        )}
      </div>
      {list.isSuccess && <OlderAlerts state={state} />}
      {operations && selection.selected.length > 0 && (
        <ChosenBar operations={operations} selection={selection} rows={rows} assignees={assignees} />
      )}
    </>
  )
}

type ChosenProps = Omit<Parameters<typeof BulkBar>[0], 'bulk'> & { operations: AlertListOperations }

function ChosenBar({ operations, ...shown }: ChosenProps) {
  return <BulkBar {...shown} bulk={useBulkChange(operations, shown.selection)} />
}

/** Runs `show` whenever there is more that is new. */
function useAppearing(newCount: number, show: () => void) {
  const handleNew = useEffectEvent(show)
  useEffect(() => {
    if (newCount > 0) handleNew()
  }, [newCount])
}

const TOP_PX = 80

/** Whether nobody is in the middle of the rows: then new ones may appear above them. */
function isUnread(table: HTMLElement | null): boolean {
  return window.scrollY < TOP_PX && table !== null && !table.matches(':hover, :focus-within')
}

function Unreadable({ message, isRetrying, onRetry }: { message: string; isRetrying: boolean; onRetry: () => void }) {
  return (
    <div className="pb-3">
      <Callout
        tone="danger"
        title="The alerts could not be read"
        isAnnounced
        action={
          <Button size="sm" onPress={onRetry} isPending={isRetrying}>
            Try again
          </Button>
        }
      >
        {message}
      </Callout>
    </div>
  )
}
