'use client'

import { Controller, type UseFormReturn } from 'react-hook-form'
import { SeverityField } from '@/components/detections/severity-field'
import { ControlledTextArea, ControlledTextField } from '@/components/forms/controlled-fields'
import type { DestinationChoice } from '@/components/pickers/destination-choice'
import { DestinationPicker } from '@/components/pickers/destination-picker'
import { MultiCombobox } from '@/components/ui/multi-combobox'
import { NumberField } from '@/components/ui/number-field'
import type { FieldErrors } from '@/lib/contracts/result'
import type { DetectionKind } from '@/lib/domain/detection'
import type { RuleSettingsValues } from './rule-settings'

type Form = UseFormReturn<RuleSettingsValues>

type Props = {
  form: Form
  kind: DetectionKind
  choices: readonly DestinationChoice[]
  canModify: boolean
  /** What the server said of the fields, by name. */
  errors: FieldErrors
}

/** The fields of the Rule Settings. A policy has neither a dedup period nor a threshold. */
export function SettingsFields({ form, kind, choices, canModify, errors }: Props) {
  const { control } = form
  return (
    <div className="grid max-w-2xl gap-5">
      <Controller
        control={control}
        name="severity"
        render={({ field }) => <SeverityField value={field.value} onChange={field.onChange} isDisabled={!canModify} />}
      />
      <Controller
        control={control}
        name="overrides"
        render={({ field }) => (
          <DestinationPicker
            name={field.name}
            label="Destination Overrides"
            help="Its alerts go to these and to no other, whatever the destinations’ own settings say."
            choices={choices}
            value={field.value}
            onChange={field.onChange}
            error={errorOf(errors, 'overrides')}
            isDisabled={!canModify}
            isOptional
          />
        )}
      />
      {kind !== 'policy' && <Deduplication form={form} canModify={canModify} errors={errors} />}
      <Controller
        control={control}
        name="tags"
        render={({ field }) => (
          <MultiCombobox
            name={field.name}
            label="Tags"
            items={[]}
            value={field.value}
            onChange={field.onChange}
            error={errorOf(errors, 'tags')}
            isDisabled={!canModify}
            isOptional
            allowsFreeEntry
          />
        )}
      />
      <ControlledTextArea
        control={control}
        name="runbook"
        label="Runbook"
        help="What to do when it alerts; it is sent along with the alert."
        rows={5}
        isOptional
        isDisabled={!canModify}
      />
      <ControlledTextField control={control} name="reference" label="Reference" isOptional isDisabled={!canModify} />
    </div>
  )
}

function Deduplication({ form, canModify, errors }: Pick<Props, 'form' | 'canModify' | 'errors'>) {
  return (
    <div className="flex flex-wrap gap-5">
      <Controller
        control={form.control}
        name="dedupPeriodMinutes"
        render={({ field }) => (
          <NumberField
            name={field.name}
            label="Dedup period (minutes)"
            value={field.value}
            onChange={field.onChange}
            error={errorOf(errors, 'dedupPeriodMinutes')}
            isDisabled={!canModify}
            className="w-56"
          />
        )}
      />
      <Controller
        control={form.control}
        name="threshold"
        render={({ field }) => (
          <NumberField
            name={field.name}
            label="Threshold (events)"
            value={field.value}
            onChange={field.onChange}
            error={errorOf(errors, 'threshold')}
            isDisabled={!canModify}
            className="w-56"
          />
        )}
      />
    </div>
  )
}

/** What is said of a field or, for a list, of the first of its entries. */
function errorOf(errors: FieldErrors, name: keyof RuleSettingsValues): string | undefined {
  return Object.entries(errors).find(([path]) => path === name || path.startsWith(`${name}.`))?.[1]
}
