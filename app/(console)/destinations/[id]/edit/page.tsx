import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FormWithSteps } from '@/components/forms/form-with-steps'
import { DestinationLogo } from '@/components/marks/destination-logo'
import { PageHeader } from '@/components/ui/page-header'
import { DestinationId } from '@/lib/contracts/destination'
import { callerCan } from '@/lib/domain/caller'
import { requireCaller } from '@/lib/entry/caller'
import { pageData, requireAllowed } from '@/lib/entry/page-data'
import { getDestination } from '@/lib/usecases/get-destination'
import { listDestinationChoices } from '@/lib/usecases/list-destination-choices'
import { getDestinationType } from '@/lib/usecases/list-destination-types'
import { EditDestinationForm } from './_components/edit-destination-form'
import { readDestinationAction, readRevisionsAction, testChangesAction, updateDestinationAction } from './actions'

export const metadata: Metadata = { title: 'Edit destination' }

export default async function EditDestinationPage({ params }: PageProps<'/destinations/[id]/edit'>) {
  const caller = await requireCaller()
  requireAllowed(callerCan(caller, 'DestinationModify'))
  const input = DestinationId.safeParse(await params)
  if (!input.success) notFound()
  const saved = await pageData(() => getDestination(caller, input.data))
  const { docs, ...type } = await pageData(() => getDestinationType(caller, { type: saved.type }))
  const choices = await listDestinationChoices(caller)
  return (
    <div className="mx-auto max-w-6xl">
      <PageHeader
        crumbs={[
          { label: 'Alert Destinations', href: '/destinations' },
          { label: saved.displayName, href: `/destinations/${saved.id}` },
        ]}
        mark={<DestinationLogo type={saved.type} size={40} />}
        title={`Edit ${saved.displayName}`}
      />
      <FormWithSteps docs={docs}>
        <EditDestinationForm
          type={type}
          saved={saved}
          choices={choices}
          update={updateDestinationAction}
          test={testChangesAction}
          readSaved={readDestinationAction}
          readRevisions={readRevisionsAction}
        />
      </FormWithSteps>
    </div>
  )
}
