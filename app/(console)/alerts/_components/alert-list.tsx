'use client'

import { useQueryStates } from 'nuqs'
import { useRef } from 'react'
import { useAlertCounts } from '@/components/alerts/alert-counts'
import { countText, TAB_LABELS, tabOf } from '@/components/alerts/alert-words'
import { ALERT_SEARCH, toQuery, withoutFilters } from '@/components/alerts/list-search'
import type { AlertListOperations } from '@/components/alerts/operations'
import { useAlertList } from '@/components/alerts/use-alert-list'
import { useRedrive } from '@/components/deliveries/use-redrive'
import { useDebounced } from '@/components/receipt/use-debounced'
import { Button } from '@/components/ui/button'
import { ExportMenu } from '@/components/ui/export-menu'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import type { AssigneeView } from '@/lib/contracts/alert-view'
import { ALERT_TABS } from '@/lib/domain/alert-search'
import { AlertFilters } from './alert-filters'
import { AlertRows } from './alert-rows'
import type { FilterChange } from './filter-change'
import { NoAlerts } from './no-alerts'

const SETTLE_MS = 150

type Props = {
  /** Absent when the caller may change nothing. */
  operations: AlertListOperations | undefined
  assignees: readonly AssigneeView[]
  consoleUrl: string
}

/** Alerts & Errors: what the filters in the address leave, live. */
export function AlertList({ operations, assignees, consoleUrl }: Props) {
  const [search, setSearch] = useQueryStates(ALERT_SEARCH, { history: 'push' })
  const settled = useDebounced(search, SETTLE_MS)
  const state = useAlertList(settled)
  const counts = useAlertCounts()
  const redrive = useRedrive(operations?.redrive)
  const searchBox = useRef<HTMLInputElement>(null)
  const change: FilterChange = (changes, options) => {
    setSearch(changes, options)
  }
  const clear = () => {
    setSearch(withoutFilters(search))
  }

  if (state.isEmptyWorkspace) {
    return (
      <>
        <PageHeader title="Alerts & Errors" />
        <NoAlerts consoleUrl={consoleUrl} />
      </>
    )
  }
  const content = (
    <>
      <AlertFilters search={search} onChange={change} onClear={clear} searchRef={searchBox} />
      <AlertRows
        state={state}
        search={settled}
        operations={operations}
        assignees={assignees}
        onSearch={() => searchBox.current?.focus()}
      />
    </>
  )
  return (
    <>
      <PageHeader
        title="Alerts & Errors"
        actions={
          <>
            <ExportMenu path="/api/alerts/export" query={toQuery(search)} />
            {operations && <Button onPress={() => redrive.open()}>Redrive</Button>}
          </>
        }
      />
      <Tabs
        label="Alerts & Errors"
        selected={search.tab}
        onSelect={(id) => {
          // A type belongs to one tab: the other filters stay.
          setSearch({ tab: tabOf(id), type: [] })
        }}
        tabs={ALERT_TABS.map((tab) => ({
          id: tab,
          label: TAB_LABELS[tab],
          count: counts && countText(counts.open[tab]),
          content,
        }))}
      />
      {redrive.dialog}
    </>
  )
}
