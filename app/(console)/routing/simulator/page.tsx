import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { createLoader } from 'nuqs/server'
import { receiptQuery } from '@/components/receipt/queries'
import { PageHeader } from '@/components/ui/page-header'
import { PreviewRoutingInput } from '@/lib/contracts/routing'
import { RECEIPT_PAGE } from '@/lib/domain/console'
import { requireCaller } from '@/lib/entry/caller'
import { pageData } from '@/lib/entry/page-data'
import { listDestinationChoices } from '@/lib/usecases/list-destination-choices'
import { previewRouting } from '@/lib/usecases/preview-routing'
import { previewRoutingAction } from '../actions'
import { Simulator } from './_components/simulator'
import { SUPPOSED_ALERT, toPreview } from './_components/supposed-alert'

export const metadata: Metadata = { title: 'Simulator' }

const loadAlert = createLoader(SUPPOSED_ALERT)

export default async function SimulatorPage({ searchParams }: PageProps<'/routing/simulator'>) {
  const caller = await requireCaller()
  const input = { ...toPreview(await loadAlert(searchParams)), find: '', limit: RECEIPT_PAGE }
  const parsed = PreviewRoutingInput.safeParse(input)
  const queries = new QueryClient()
  if (parsed.success) {
    const receipt = await pageData(() => previewRouting(caller, parsed.data))
    queries.setQueryData(receiptQuery(input, previewRoutingAction).queryKey, receipt)
  }
  const choices = await pageData(() => listDestinationChoices(caller))
  return (
    <>
      <PageHeader
        title="Routing simulator"
        description="Describe an alert, or take a detection’s, and see where it would go now and why. The address holds it all: share it to share the question."
      />
      <HydrationBoundary state={dehydrate(queries)}>
        <Simulator choices={choices} preview={previewRoutingAction} />
      </HydrationBoundary>
    </>
  )
}
