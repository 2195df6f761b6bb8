import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { createLoader } from 'nuqs/server'
import { alertListQuery } from '@/components/alerts/list-queries'
import { ALERT_SEARCH } from '@/components/alerts/list-search'
import { AlertListQuery } from '@/lib/contracts/alert-list'
import { callerCan } from '@/lib/domain/caller'
import { requireCaller } from '@/lib/entry/caller'
import { pageData } from '@/lib/entry/page-data'
import { consoleUrl } from '@/lib/usecases/console-url'
import { listAlerts } from '@/lib/usecases/list-alerts'
import { listAssignees } from '@/lib/usecases/list-assignees'
import { AlertList } from '../_components/alert-list'
import { alertListOperations } from '../list-operations'

export const metadata: Metadata = { title: 'Alerts & Errors' }

const loadSearch = createLoader(ALERT_SEARCH)

export default async function AlertsPage({ searchParams }: PageProps<'/alerts'>) {
  const caller = await requireCaller()
  const search = await loadSearch(searchParams)
  const [list, assignees, address] = await pageData(() =>
    Promise.all([listAlerts(caller, AlertListQuery.parse(search)), listAssignees(caller), consoleUrl()]),
  )
  const queries = new QueryClient()
  queries.setQueryData(alertListQuery(search, null).queryKey, { pages: [list], pageParams: [null] })
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <AlertList
        operations={callerCan(caller, 'AlertModify') ? alertListOperations : undefined}
        assignees={assignees}
        consoleUrl={address}
      />
    </HydrationBoundary>
  )
}
