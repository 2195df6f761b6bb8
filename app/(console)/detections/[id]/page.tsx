import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { receiptQuery } from '@/components/receipt/queries'
import type { PreviewRoutingInput } from '@/lib/contracts/routing'
import { callerCan } from '@/lib/domain/caller'
import { RECEIPT_PAGE } from '@/lib/domain/console'
import { alertTypeOf } from '@/lib/domain/detection'
import { requireCaller } from '@/lib/entry/caller'
import { pageData } from '@/lib/entry/page-data'
import { getDetection } from '@/lib/usecases/get-detection'
import { listDestinationChoices } from '@/lib/usecases/list-destination-choices'
import { previewRouting } from '@/lib/usecases/preview-routing'
import { previewRoutingAction } from '../../routing/actions'
import {
  checkDetectionYamlAction,
  deleteDetectionAction,
  saveDetectionFilesAction,
  updateRuleSettingsAction,
} from '../actions'
import { DetectionCode } from './_components/detection-code'
import { DetectionScreen } from './_components/detection-screen'

const OPERATIONS = {
  saveSettings: updateRuleSettingsAction,
  saveFiles: saveDetectionFilesAction,
  check: checkDetectionYamlAction,
  remove: deleteDetectionAction,
  preview: previewRoutingAction,
}

const idOf = async (params: PageProps<'/detections/[id]'>['params']) => decodeURIComponent((await params).id)

export async function generateMetadata({ params }: PageProps<'/detections/[id]'>): Promise<Metadata> {
  return { title: await idOf(params) }
}

export default async function DetectionPage({ params }: PageProps<'/detections/[id]'>) {
  const caller = await requireCaller()
  const id = await idOf(params)
  const detection = await pageData(() => getDetection(caller, { id }))
  const choices = await pageData(() => listDestinationChoices(caller))
  const { kind, severity, logTypes, overrides } = detection
  const input: PreviewRoutingInput = {
    alertType: alertTypeOf(kind),
    severity,
    logTypes,
    overrides,
    dynamic: null,
    find: '',
    limit: RECEIPT_PAGE,
  }
  const receipt = await pageData(() => previewRouting(caller, input))
  const queries = new QueryClient()
  queries.setQueryData(receiptQuery(input, previewRoutingAction).queryKey, receipt)
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <DetectionScreen
        key={id}
        detection={detection}
        choices={choices}
        canModify={callerCan(caller, 'RuleModify')}
        code={<DetectionCode detection={detection} />}
        operations={OPERATIONS}
      />
    </HydrationBoundary>
  )
}
