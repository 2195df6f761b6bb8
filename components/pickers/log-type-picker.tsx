'use client'

import { useMemo } from 'react'
import type { PickerItem } from '@/components/ui/entries'
import { MultiCombobox } from '@/components/ui/multi-combobox'
import { LOG_TYPE_RULE } from '@/lib/domain/log-type-rule'
import { EntryFaults, replaceEntry } from './entry-faults'
import type { PickerProps } from './picker-props'
import { useLogTypeCatalogue } from './use-log-type-catalogue'

const NO_ITEMS: PickerItem[] = []

export type LogTypePickerProps = PickerProps & { placeholder?: string }

/** Any number of log types, by vendor; custom ones are typed, and a name that looks misspelt is pointed out. */
export function LogTypePicker({ label = 'Log Types', placeholder = 'Search log types', ...field }: LogTypePickerProps) {
  const { value, onChange, isDisabled } = field
  const catalogue = useLogTypeCatalogue()
  const items = useMemo(
    () => catalogue?.LOG_TYPES.map(({ name, vendor }) => ({ value: name, label: name, group: vendor })) ?? NO_ITEMS,
    [catalogue],
  )
  const faults = value.flatMap((entry) => {
    const suggestion = catalogue?.suggestLogType(entry)
    return suggestion
      ? [{ entry, message: 'is not a log type we know.', suggestion: { value: suggestion, label: suggestion } }]
      : []
  })
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <MultiCombobox
        {...field}
        label={label}
        items={items}
        placeholder={placeholder}
        allowsFreeEntry
        entryProblem={(entry) => {
          return LOG_TYPE_RULE.pattern.test(entry) ? undefined : LOG_TYPE_RULE.message
        }}
      />
      {!isDisabled && (
        <EntryFaults
          label={label}
          faults={faults}
          onReplace={(entry, replacement) => onChange(replaceEntry(value, entry, replacement))}
          onRemove={(entry) => onChange(value.filter((each) => each !== entry))}
        />
      )}
    </div>
  )
}
