import type { Metadata } from 'next'
import { PageHeader } from '@/components/ui/page-header'
import { callerCan } from '@/lib/domain/caller'
import { requireCaller } from '@/lib/entry/caller'
import { requireAllowed } from '@/lib/entry/page-data'
import { checkDetectionYamlAction, createDetectionAction, saveDetectionFilesAction } from '../actions'
import { NewDetection } from './_components/new-detection'

export const metadata: Metadata = { title: 'Create detection' }

const CRUMBS = [{ label: 'Detections', href: '/detections' }]

export default async function NewDetectionPage() {
  const caller = await requireCaller()
  requireAllowed(callerCan(caller, 'RuleModify'))
  return (
    <>
      <PageHeader crumbs={CRUMBS} title="Create detection" />
      <NewDetection
        check={checkDetectionYamlAction}
        saveFiles={saveDetectionFilesAction}
        create={createDetectionAction}
      />
    </>
  )
}
