import type { Metadata } from 'next'
import { Steps } from '@/components/forms/steps'
import { TypeGallery } from '@/components/forms/type-gallery'
import { CREATE_DESTINATION_HREF } from '@/components/shell/navigation'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import { callerCan } from '@/lib/domain/caller'
import { requireCaller } from '@/lib/entry/caller'
import { requireAllowed } from '@/lib/entry/page-data'
import { listDestinationTypes } from '@/lib/usecases/list-destination-types'
import { ConfigureStep } from './_components/configure-step'
import { CopyStep } from './_components/copy-step'
import { DoneStep } from './_components/done-step'

export const metadata: Metadata = { title: 'Create destination' }

export default async function NewDestinationPage({ searchParams }: PageProps<'/destinations/new'>) {
  const caller = await requireCaller()
  requireAllowed(callerCan(caller, 'DestinationModify'))
  const { type, from, done } = await searchParams
  if (typeof done === 'string') return <DoneStep caller={caller} id={done} />
  if (typeof from === 'string') return <CopyStep caller={caller} id={from} />
  const types = await listDestinationTypes(caller)
  const chosen = types.find((each) => each.type === type)
  if (chosen) return <ConfigureStep caller={caller} type={chosen} />
  return <ChooseStep types={types} unknownType={typeof type === 'string' ? type : undefined} />
}

type ChooseStepProps = { types: Awaited<ReturnType<typeof listDestinationTypes>>; unknownType?: string }

function ChooseStep({ types, unknownType }: ChooseStepProps) {
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        crumbs={[{ label: 'Alert Destinations', href: '/destinations' }]}
        title="Create destination"
        description="Choose where alerts are to arrive."
        actions={<Steps current="Choose type" />}
      />
      <div className="flex flex-col gap-5">
        {unknownType !== undefined && (
          <Callout tone="warning" title={`There is no destination type ${JSON.stringify(unknownType)}`}>
            The address names a type that does not exist here. Choose one below.
          </Callout>
        )}
        <TypeGallery types={types.map(({ fields: _, docs: __, ...shown }) => shown)} href={CREATE_DESTINATION_HREF} />
      </div>
    </div>
  )
}
