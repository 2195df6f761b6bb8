import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { createLoader } from 'nuqs/server'
import { listSearch } from '@/components/destinations/list-search'
import { destinationListQuery } from '@/components/destinations/queries'
import { DestinationListQuery } from '@/lib/contracts/destination'
import { callerCan } from '@/lib/domain/caller'
import { requireCaller } from '@/lib/entry/caller'
import { pageData } from '@/lib/entry/page-data'
import { listDestinations } from '@/lib/usecases/list-destinations'
import { DestinationList } from '../_components/destination-list'
import { destinationOperations } from '../operations'

export const metadata: Metadata = { title: 'Alert Destinations' }

const loadSearch = createLoader(listSearch)

export default async function DestinationsPage({ searchParams }: PageProps<'/destinations'>) {
  const caller = await requireCaller()
  const search = DestinationListQuery.parse(await loadSearch(searchParams))
  const list = await pageData(() => listDestinations(caller, search))
  const queries = new QueryClient()
  queries.setQueryData(destinationListQuery(search).queryKey, list)
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <DestinationList canModify={callerCan(caller, 'DestinationModify')} operations={destinationOperations} />
    </HydrationBoundary>
  )
}
