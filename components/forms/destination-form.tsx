'use client'

import { useId } from 'react'
import { FormProvider } from 'react-hook-form'
import { TestAlertPanel, type TestAlertPanelProps } from '@/components/attempt/test-alert-panel'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { FormErrorSummary } from '@/components/ui/form-error-summary'
import { ButtonLink } from '@/components/ui/link'
import { Panel } from '@/components/ui/panel'
import type { DestinationView } from '@/lib/contracts/destination'
import type { DestinationTypeView } from '@/lib/contracts/destination-type'
import { displayNameProblem } from '@/lib/domain/destination-name'
import type { DestinationChoice } from '../pickers/destination-choice'
import { Attention } from './attention'
import { ControlledTextField } from './controlled-fields'
import { DeliverySettingsPanel } from './delivery-settings'
import { DestinationFilters } from './destination-filters'
import type { DestinationValues } from './destination-values'
import { EditConflict, type LoadTheirs } from './edit-conflict'
import { LeaveGuard } from './leave-guard'
import { TypeSettings } from './type-settings'
import { type DestinationFormOptions, useDestinationForm } from './use-destination-form'

type TestChoice = Parameters<TestAlertPanelProps['run']>[0]

export type DestinationFormProps<Saved> = Omit<DestinationFormOptions<Saved>, 'fields' | 'version'> & {
  type: Pick<DestinationTypeView, 'type' | 'name' | 'fields'>
  /** On edit: what is saved, and how to read it anew when somebody else changed it. */
  edit?: { saved: DestinationView; loadTheirs: LoadTheirs }
  /** Every destination: what a fallback is chosen from. */
  choices: readonly DestinationChoice[]
  /** The verb on the primary button. */
  submitLabel: string
  cancelHref: string
  test: (settings: DestinationValues['settings'], choice: TestChoice) => ReturnType<TestAlertPanelProps['run']>
}

/** The one form of a destination, of whatever type: what it is called, which alerts it takes, where they go. */
export function DestinationForm<Saved>(props: DestinationFormProps<Saved>) {
  const { type, edit, choices, submitLabel, cancelHref, test } = props
  const state = useDestinationForm({ ...props, fields: type.fields, version: edit?.saved.version })
  const { form, failure } = state
  const id = useId()
  return (
    <FormProvider {...form}>
      <div className="flex min-w-0 flex-col gap-5">
        {state.isRestored && <RestoredNote onDiscard={state.discard} />}
        {failure?.code === 'signed-out' && (
          <Attention>
            <SignedOutNote message={failure.message} />
          </Attention>
        )}
        {failure?.code === 'stale' && edit && (
          <Attention>
            <EditConflict
              type={type}
              opened={edit.saved}
              choices={choices}
              version={state.version}
              load={edit.loadTheirs}
              message={failure.message}
              isSaving={state.isBusy}
              onSaveOver={state.submitOver}
              onTakeTheirs={state.takeTheirs}
            />
          </Attention>
        )}
        <FormErrorSummary title="This needs your attention before it can be saved" errors={state.problems} />
        <form
          id={id}
          noValidate
          autoComplete="off"
          onSubmit={(event) => {
            event.preventDefault()
            if (!state.isBusy) state.submit()
          }}
          className="flex min-w-0 flex-col gap-5"
        >
          <ControlledTextField
            control={form.control}
            name="displayName"
            check={displayNameProblem}
            label="Display Name"
            help={'Detections can name the destination by it. At most 100 characters, without \' < > & ".'}
            autoComplete="off"
          />
          <DestinationFilters control={form.control} />
          <TypeSettings type={type} saved={edit?.saved} />
          <DeliverySettingsPanel fallbacks={choices.filter(({ id }) => id !== edit?.saved.id)} />
        </form>
        <Panel
          title="Test"
          description="Sends with what is entered above, saved or not, whatever severities and types are chosen."
        >
          <TestAlertPanel
            run={(choice) => {
              state.clear()
              return test(form.getValues('settings'), choice)
            }}
            onFailure={state.markFields}
          />
        </Panel>
        <div className="sticky bottom-0 z-10 -mx-1 flex flex-wrap items-center gap-2 border-t bg-surface px-1 py-3">
          <Button type="submit" form={id} variant="primary" size="lg" isPending={state.isBusy}>
            {submitLabel}
          </Button>
          <ButtonLink href={cancelHref} variant="ghost" size="lg">
            Cancel
          </ButtonLink>
          {state.hasChanges && <span className="text-sm text-muted">Unsaved changes</span>}
        </div>
      </div>
      <LeaveGuard isActive={state.hasChanges} />
    </FormProvider>
  )
}

function RestoredNote({ onDiscard }: { onDiscard: () => void }) {
  return (
    <Callout
      title="Your draft was restored"
      isAnnounced
      action={
        <Button size="sm" onPress={onDiscard}>
          Discard draft
        </Button>
      }
    >
      Secrets are not kept in a draft: enter them again.
    </Callout>
  )
}

function SignedOutNote({ message }: { message: string }) {
  return (
    <Callout
      tone="warning"
      title="You are signed out"
      isAnnounced
      action={
        <ButtonLink href="/sign-in" target="_blank" size="sm">
          Sign in in a new tab
        </ButtonLink>
      }
    >
      {message}
    </Callout>
  )
}
