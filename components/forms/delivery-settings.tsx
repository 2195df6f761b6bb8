'use client'

import { useEffect, useState } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { CollapsiblePanel } from '@/components/ui/collapsible-panel'
import { MultiCombobox } from '@/components/ui/multi-combobox'
import { DEFAULT_DELIVERY_SETTINGS } from '@/lib/domain/delivery'
import { writeWaits } from '@/lib/domain/wait'
import type { DestinationChoice } from '../pickers/destination-choice'
import { ControlledTextField } from './controlled-fields'
import { deliveryProblem, scheduleSummary } from './delivery-values'
import type { DestinationValues } from './destination-values'

const DEFAULTS = DEFAULT_DELIVERY_SETTINGS

type Props = {
  /** Destinations that can stand in: all but the one that is edited. */
  fallbacks: readonly DestinationChoice[]
}

/** How it is delivered to: closed until somebody wants other than the defaults, or one of them is wrong. */
export function DeliverySettingsPanel({ fallbacks }: Props) {
  const { control, formState } = useFormContext<DestinationValues>()
  const values = useWatch({ control, name: 'delivery' })
  const changed = Object.values(values).filter((text) => text.trim() !== '').length
  const hasProblem = formState.errors.delivery !== undefined
  const [isOpen, setIsOpen] = useState(false)
  useEffect(() => {
    if (hasProblem) setIsOpen(true)
  }, [hasProblem])
  return (
    <CollapsiblePanel
      title="Delivery"
      summary={changed === 0 ? 'Defaults' : `${changed} ${changed === 1 ? 'setting' : 'settings'} of its own`}
      isOpen={isOpen}
      onToggle={setIsOpen}
    >
      <div className="flex flex-col gap-5">
        <div className="grid gap-5 sm:grid-cols-3">
          <NumberText name="timeoutSeconds" label="Time-out, seconds" help="For a whole attempt, 1 to 60." />
          <NumberText name="concurrency" label="Attempts at a time" help="1 to 64." />
          <NumberText name="ratePerSecond" label="Attempts a second" help="At most so many." placeholder="No limit" />
        </div>
        <ControlledTextField
          control={control}
          name="delivery.retrySeconds"
          check={(text) => deliveryProblem('retrySeconds', text)}
          label="Retry schedule"
          isOptional
          isMono
          placeholder={writeWaits(DEFAULTS.retrySeconds)}
          help={`The wait before each retry, at most 20 of 7 days each; “none” for no retries. ${scheduleSummary(values.retrySeconds)}`}
          autoComplete="off"
        />
        <FallbackField fallbacks={fallbacks} />
        {values.fallbackId !== '' && (
          <NumberText
            name="fallbackAfterMinutes"
            label="Fallback after, minutes"
            help="What waits also goes to the fallback once the circuit has been open for so long."
          />
        )}
      </div>
    </CollapsiblePanel>
  )
}

type NumberName = 'timeoutSeconds' | 'concurrency' | 'ratePerSecond' | 'fallbackAfterMinutes'
type NumberTextProps = { name: NumberName; label: string; help: string; placeholder?: string }

function NumberText({ name, label, help, placeholder = String(DEFAULTS[name]) }: NumberTextProps) {
  const { control } = useFormContext<DestinationValues>()
  return (
    <ControlledTextField
      control={control}
      name={`delivery.${name}`}
      check={(text) => deliveryProblem(name, text)}
      label={label}
      help={help}
      placeholder={placeholder}
      isOptional
      inputMode="decimal"
      autoComplete="off"
    />
  )
}

function FallbackField({ fallbacks }: Props) {
  const { control } = useFormContext<DestinationValues>()
  const { field, fieldState } = useController({ control, name: 'delivery.fallbackId' })
  return (
    <MultiCombobox
      name="delivery.fallbackId"
      label="Fallback"
      isOptional
      items={fallbacks.map(({ id, displayName, type }) => ({ value: id, label: displayName, description: type }))}
      value={field.value === '' ? [] : [field.value]}
      // One at most: another takes its place.
      onChange={(ids) => field.onChange(ids.at(-1) ?? '')}
      placeholder="Search destinations"
      help="Where alerts go as well when this destination fails for good, or its circuit stays open."
      error={fieldState.error?.message}
    />
  )
}
