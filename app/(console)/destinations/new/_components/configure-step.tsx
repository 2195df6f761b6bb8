import { type DestinationValues, newValues } from '@/components/forms/destination-values'
import { FormWithSteps } from '@/components/forms/form-with-steps'
import { Steps } from '@/components/forms/steps'
import { DestinationLogo } from '@/components/marks/destination-logo'
import { Callout } from '@/components/ui/callout'
import { PageHeader } from '@/components/ui/page-header'
import type { DestinationTypeView } from '@/lib/contracts/destination-type'
import type { Caller } from '@/lib/domain/caller'
import { pageData } from '@/lib/entry/page-data'
import { listDestinationChoices } from '@/lib/usecases/list-destination-choices'
import { createDestinationAction, testDraftAction } from '../actions'
import { CreateDestinationForm } from './create-destination-form'

export type ConfigureStepProps = {
  caller: Caller
  type: DestinationTypeView
  /** What is copied, and from where. */
  copy?: { id: string; displayName: string; values: DestinationValues }
}

/** The second step: the form, empty or as a copy. */
export async function ConfigureStep({ caller, type: { docs, ...type }, copy }: ConfigureStepProps) {
  const choices = await pageData(() => listDestinationChoices(caller))
  return (
    <div className="mx-auto max-w-6xl">
      <PageHeader
        crumbs={[
          { label: 'Alert Destinations', href: '/destinations' },
          { label: 'Create destination', href: '/destinations/new' },
        ]}
        mark={<DestinationLogo type={type.type} size={40} />}
        title={copy ? `Duplicate ${copy.displayName}` : `Create ${type.name} destination`}
        description={type.summary}
        actions={<Steps current="Configure" />}
      />
      <FormWithSteps docs={docs}>
        <div className="flex min-w-0 flex-col gap-5">
          {copy && (
            <Callout>Secrets are not copied from {copy.displayName}. Enter them for the new destination.</Callout>
          )}
          <CreateDestinationForm
            type={type}
            choices={choices}
            initial={copy?.values ?? newValues(type.fields)}
            copyOf={copy?.id}
            create={createDestinationAction}
            test={testDraftAction}
          />
        </div>
      </FormWithSteps>
    </div>
  )
}
