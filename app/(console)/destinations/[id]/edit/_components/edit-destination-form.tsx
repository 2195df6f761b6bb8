'use client'

import { useRouter } from 'next/navigation'
import type { z } from 'zod'
import { submittedDelivery } from '@/components/forms/delivery-values'
import { DestinationForm } from '@/components/forms/destination-form'
import { savedValues } from '@/components/forms/destination-values'
import type { LoadTheirs } from '@/components/forms/edit-conflict'
import type { DestinationChoice } from '@/components/pickers/destination-choice'
import { toast } from '@/components/ui/toast'
import type { DeliveryView } from '@/lib/contracts/delivery'
import type {
  DestinationView,
  RevisionView,
  TestDestinationInput,
  UpdateDestinationInput,
} from '@/lib/contracts/destination'
import type { DestinationTypeView } from '@/lib/contracts/destination-type'
import type { ActionResult } from '@/lib/contracts/result'

export type EditDestinationFormProps = {
  type: Pick<DestinationTypeView, 'type' | 'name' | 'fields'>
  saved: DestinationView
  choices: readonly DestinationChoice[]
  update: (input: UpdateDestinationInput) => Promise<ActionResult<{ id: string }>>
  test: (input: z.input<typeof TestDestinationInput>) => Promise<ActionResult<DeliveryView>>
  readSaved: (input: { id: string }) => Promise<ActionResult<DestinationView>>
  readRevisions: (input: { id: string }) => Promise<ActionResult<RevisionView[]>>
}

/** The form of a saved destination. */
export function EditDestinationForm(props: EditDestinationFormProps) {
  const { type, saved, choices, update, test, readSaved, readRevisions } = props
  const router = useRouter()
  const { id, version } = saved
  const loadTheirs: LoadTheirs = async () => {
    const current = await readSaved({ id })
    if (!current.ok) return current
    const revisions = await readRevisions({ id })
    return revisions.ok ? { ok: true, value: { saved: current.value, revisions: revisions.value } } : revisions
  }
  return (
    <DestinationForm
      type={type}
      initial={savedValues(type.fields, saved)}
      edit={{ saved, loadTheirs }}
      choices={choices}
      draftKey={`edit:${id}`}
      submitLabel="Save changes"
      cancelHref={`/destinations/${id}`}
      save={(values, at = version) =>
        update({ ...values, delivery: submittedDelivery(values.delivery), type: type.type, id, version: at })
      }
      onSaved={() => {
        toast({ tone: 'positive', title: 'Changes saved' })
        router.push(`/destinations/${id}`)
      }}
      test={(settings, choice) => test({ ...choice, id, draft: { type: type.type, settings } })}
    />
  )
}
