'use client'

import { useRouter } from 'next/navigation'
import type { z } from 'zod'
import { submittedDelivery } from '@/components/forms/delivery-values'
import { DestinationForm } from '@/components/forms/destination-form'
import type { DestinationValues } from '@/components/forms/destination-values'
import type { DestinationChoice } from '@/components/pickers/destination-choice'
import type { DeliveryView } from '@/lib/contracts/delivery'
import type { DestinationInput, TestDestinationInput } from '@/lib/contracts/destination'
import type { DestinationTypeView } from '@/lib/contracts/destination-type'
import type { ActionResult } from '@/lib/contracts/result'

export type CreateDestinationFormProps = {
  type: Pick<DestinationTypeView, 'type' | 'name' | 'fields'>
  initial: DestinationValues
  choices: readonly DestinationChoice[]
  /** The destination that this one is a copy of. */
  copyOf?: string
  create: (input: DestinationInput) => Promise<ActionResult<{ id: string }>>
  test: (input: z.input<typeof TestDestinationInput>) => Promise<ActionResult<DeliveryView>>
}

/** The form of a new destination. */
export function CreateDestinationForm(props: CreateDestinationFormProps) {
  const { type, initial, choices, copyOf, create, test } = props
  const router = useRouter()
  return (
    <DestinationForm
      type={type}
      initial={initial}
      choices={choices}
      draftKey={copyOf === undefined ? `new:${type.type}` : `copy:${copyOf}`}
      submitLabel="Create destination"
      cancelHref="/destinations"
      save={(values) => create({ ...values, delivery: submittedDelivery(values.delivery), type: type.type })}
      onSaved={({ id }) => router.push(`/destinations/new?done=${id}`)}
      test={(settings, choice) => test({ ...choice, draft: { type: type.type, settings } })}
    />
  )
}
