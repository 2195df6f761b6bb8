import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { createLoader } from 'nuqs/server'
import { DETECTION_SEARCH } from '@/components/detections/list-search'
import { detectionListQuery } from '@/components/detections/queries'
import { PageHeader } from '@/components/ui/page-header'
import { DetectionListQuery } from '@/lib/contracts/detection'
import { callerCan } from '@/lib/domain/caller'
import { requireCaller } from '@/lib/entry/caller'
import { pageData } from '@/lib/entry/page-data'
import { listDetections } from '@/lib/usecases/list-detections'
import { CreateMenu } from '../_components/create-menu'
import { DetectionList } from '../_components/detection-list'

export const metadata: Metadata = { title: 'Detections' }

const loadSearch = createLoader(DETECTION_SEARCH)

export default async function DetectionsPage({ searchParams }: PageProps<'/detections'>) {
  const caller = await requireCaller()
  const search = DetectionListQuery.parse(await loadSearch(searchParams))
  const list = await pageData(() => listDetections(caller, search))
  const queries = new QueryClient()
  queries.setQueryData(detectionListQuery(search).queryKey, list)
  const canModify = callerCan(caller, 'RuleModify')
  return (
    <>
      <PageHeader
        title="Detections"
        description="What makes alerts, and where the alerts of each go now."
        actions={canModify && <CreateMenu />}
      />
      <HydrationBoundary state={dehydrate(queries)}>
        <DetectionList canModify={canModify} />
      </HydrationBoundary>
    </>
  )
}
