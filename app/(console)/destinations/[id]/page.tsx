import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { createLoader } from 'nuqs/server'
import { LOG_SEARCH } from '@/components/destinations/log-search'
import { deliveryLogQuery, destinationQuery, revisionsQuery } from '@/components/destinations/queries'
import { DestinationId } from '@/lib/contracts/destination'
import { callerCan } from '@/lib/domain/caller'
import { requireCaller } from '@/lib/entry/caller'
import { pageData } from '@/lib/entry/page-data'
import { getDestination } from '@/lib/usecases/get-destination'
import { listDeliveries } from '@/lib/usecases/list-deliveries'
import { getDestinationType } from '@/lib/usecases/list-destination-types'
import { listRevisions } from '@/lib/usecases/list-revisions'
import { deliveryOperations, redriveOperations } from '../../deliveries/operations'
import { restoreDestinationAction } from '../actions'
import { destinationOperations } from '../operations'
import { DestinationDetail } from './_components/destination-detail'

export const metadata: Metadata = { title: 'Alert Destination' }

const loadLogFilter = createLoader(LOG_SEARCH)

// There is no loading.tsx here: it would answer 200 before it is known whether the destination exists.
export default async function DestinationPage({ params, searchParams }: PageProps<'/destinations/[id]'>) {
  const caller = await requireCaller()
  const input = DestinationId.safeParse(await params)
  if (!input.success) notFound()
  const { id } = input.data
  const filter = await loadLogFilter(searchParams)
  const [destination, log, revisions] = await pageData(() =>
    Promise.all([
      getDestination(caller, { id }),
      listDeliveries(caller, { id, states: filter.state, reasons: filter.reason, time: filter.time }),
      listRevisions(caller, { id }),
    ]),
  )
  const { fields } = await pageData(() => getDestinationType(caller, { type: destination.type }))

  const queries = new QueryClient()
  queries.setQueryData(destinationQuery(id).queryKey, destination)
  queries.setQueryData(deliveryLogQuery(id, filter).queryKey, { pages: [log], pageParams: [null] })
  queries.setQueryData(revisionsQuery(id).queryKey, revisions)
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <DestinationDetail
        id={id}
        fields={fields}
        canModify={callerCan(caller, 'DestinationModify')}
        operations={destinationOperations}
        restore={restoreDestinationAction}
        sending={
          callerCan(caller, 'AlertModify') ? { deliveries: deliveryOperations, redrive: redriveOperations } : undefined
        }
      />
    </HydrationBoundary>
  )
}
