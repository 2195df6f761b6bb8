'use client'

import { MultiCombobox } from '@/components/ui/multi-combobox'
import { type DestinationChoice, deadEntries, entryOf } from './destination-choice'
import { EntryFaults, replaceEntry } from './entry-faults'
import type { PickerProps } from './picker-props'

export type DestinationPickerProps = PickerProps & {
  choices: readonly DestinationChoice[]
  placeholder?: string
}

/**
 * Any number of destinations, as ids; names are taken as they are written. Entries that lead nowhere stay, shown as faults
 * with what puts them right.
 */
export function DestinationPicker(props: DestinationPickerProps) {
  const { choices, label = 'Destinations', placeholder = 'Search destinations', ...field } = props
  const { value, onChange, isDisabled } = field
  const items = choices.map((choice) => ({
    value: entryOf(choice, value),
    label: choice.displayName,
    description: choice.type,
  }))
  const dead = deadEntries(choices, value)
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <MultiCombobox {...field} label={label} items={items} placeholder={placeholder} allowsFreeEntry />
      {!isDisabled && (
        <EntryFaults
          label={label}
          faults={dead.map(({ entry, suggestion }) => ({
            entry,
            message: 'names no destination.',
            suggestion: suggestion && { value: suggestion.id, label: suggestion.displayName },
          }))}
          onReplace={(entry, replacement) => onChange(replaceEntry(value, entry, replacement))}
          onRemove={(entry) => onChange(value.filter((each) => each !== entry))}
        />
      )}
    </div>
  )
}
