import { notFound } from 'next/navigation'
import { copiedValues } from '@/components/forms/destination-values'
import { DestinationId } from '@/lib/contracts/destination'
import type { Caller } from '@/lib/domain/caller'
import { pageData } from '@/lib/entry/page-data'
import { getDestination } from '@/lib/usecases/get-destination'
import { getDestinationType } from '@/lib/usecases/list-destination-types'
import { ConfigureStep } from './configure-step'

/** The second step, beginning as a copy of a saved destination. */
export async function CopyStep({ caller, id }: { caller: Caller; id: string }) {
  const input = DestinationId.safeParse({ id })
  if (!input.success) notFound()
  const source = await pageData(() => getDestination(caller, input.data))
  const type = await pageData(() => getDestinationType(caller, { type: source.type }))
  const { displayName } = source
  return (
    <ConfigureStep
      caller={caller}
      type={type}
      copy={{ id: source.id, displayName, values: copiedValues(type.fields, source) }}
    />
  )
}
