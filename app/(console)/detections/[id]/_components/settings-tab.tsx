'use client'

import type { UseFormReturn } from 'react-hook-form'
import type { DestinationChoice } from '@/components/pickers/destination-choice'
import type { Preview } from '@/components/receipt/queries'
import { Callout } from '@/components/ui/callout'
import { Panel } from '@/components/ui/panel'
import type { DetectionOperations } from '../../_components/operations'
import { SaveBar } from '../../_components/save-bar'
import { type RuleSettingsValues, savedSettings } from './rule-settings'
import { SettingsFields } from './settings-fields'
import type { SavedDetection } from './use-saved-detection'
import { WhereAlertsGo } from './where-alerts-go'

type Props = {
  saved: SavedDetection
  form: UseFormReturn<RuleSettingsValues>
  choices: readonly DestinationChoice[]
  canModify: boolean
  save: DetectionOperations['saveSettings']
  preview: Preview
}

/** The Rule Settings, and beside them where alerts go with what is typed, saved or not. */
export function SettingsTab({ saved, form, choices, canModify, save, preview }: Props) {
  const { base, failure } = saved
  const { isDirty, isSubmitting } = form.formState
  const submit = form.handleSubmit((values) =>
    saved.save({
      save: (at) => save({ ...values, id: at.id, version: at.version, isEnabled: at.isEnabled }),
      onSaved: (now) => form.reset(savedSettings(now)),
    }),
  )
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,25rem)]">
      <form onSubmit={submit} noValidate className="grid min-w-0 gap-4">
        <Panel title={base.kind === 'policy' ? 'Policy Settings' : 'Rule Settings'}>
          <SettingsFields
            form={form}
            kind={base.kind}
            choices={choices}
            canModify={canModify}
            errors={failure?.fields ?? {}}
          />
        </Panel>
        {!canModify && <Callout>Your role may see these settings and not change them.</Callout>}
        {isDirty && <SaveBar isSaving={isSubmitting} onDiscard={() => form.reset()} />}
      </form>
      <WhereAlertsGo form={form} detection={base} choices={choices} canModify={canModify} preview={preview} />
    </div>
  )
}
