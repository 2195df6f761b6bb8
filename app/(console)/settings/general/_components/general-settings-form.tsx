'use client'

import { useRouter } from 'next/navigation'
import { Controller, useForm } from 'react-hook-form'
import { applyFailure } from '@/components/forms/apply-failure'
import { ControlledTextField } from '@/components/forms/controlled-fields'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Panel } from '@/components/ui/panel'
import { RadioGroup } from '@/components/ui/radio-group'
import { toast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/contracts/result'
import type { GeneralSettingsView } from '@/lib/contracts/settings'
import type { GeneralValues } from './general-values'
import { LimitFields } from './limit-fields'

type Props = {
  settings: GeneralSettingsView
  canModify: boolean
  action(input: GeneralValues & { version: number }): Promise<ActionResult<{ version: number }>>
}

const EMPTY_LIST_OPTIONS = [
  {
    value: 'continue',
    label: 'Go on',
    description: 'The alert goes by Destination Overrides, or by the destinations’ own configuration.',
  },
  { value: 'suppress', label: 'Send it nowhere', description: 'As if the detection had returned SKIP.' },
] as const

/** Display name, console URL, what an empty dynamic list does, and the limits. */
export function GeneralSettingsForm({ settings, canModify, action }: Props) {
  const router = useRouter()
  const { displayName, consoleUrl, emptyDynamicList, retentionDays, alertLimit, version } = settings
  const form = useForm<GeneralValues>({
    defaultValues: { displayName, consoleUrl: consoleUrl ?? '', emptyDynamicList, retentionDays, alertLimit },
  })
  const { errors, isDirty, isSubmitting } = form.formState
  const submit = form.handleSubmit(async (values) => {
    const result = await action({ ...values, version })
    if (!result.ok) return applyFailure(form, result.error)
    toast({ tone: 'positive', title: 'Settings saved' })
    router.refresh()
  })
  const urlHelp = settings.isConsoleUrlFixed
    ? `The operator set SWITCHYARD_URL, which wins: links use ${settings.effectiveConsoleUrl}.`
    : `Links in alerts begin with it. Left blank, they begin with ${settings.effectiveConsoleUrl}.`
  return (
    <Panel title="Workspace">
      <form onSubmit={submit} noValidate className="grid max-w-xl gap-5">
        {errors.root && (
          <Callout tone="danger" isAnnounced>
            {errors.root.message}
          </Callout>
        )}
        <ControlledTextField control={form.control} name="displayName" label="Display name" isDisabled={!canModify} />
        <ControlledTextField
          control={form.control}
          name="consoleUrl"
          label="Console URL"
          type="url"
          isMono
          isOptional
          help={urlHelp}
          placeholder="https://switchyard.example.com"
          isDisabled={!canModify}
        />
        <Controller
          control={form.control}
          name="emptyDynamicList"
          render={({ field }) => (
            <RadioGroup
              label="When destinations() returns an empty list"
              name={field.name}
              options={EMPTY_LIST_OPTIONS}
              value={field.value}
              onChange={field.onChange}
              isDisabled={!canModify}
            />
          )}
        />
        <LimitFields control={form.control} isDisabled={!canModify} />
        {canModify ? (
          <div>
            <Button type="submit" variant="primary" isDisabled={!isDirty} isPending={isSubmitting}>
              Save changes
            </Button>
          </div>
        ) : (
          <Callout>Your role may see these settings and not change them.</Callout>
        )}
      </form>
    </Panel>
  )
}
