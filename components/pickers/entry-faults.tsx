'use client'

import { TriangleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'

/** A chosen value that leads nowhere, and the value that was probably meant. */
export type EntryFault = { entry: string; message: string; suggestion?: { value: string; label: string } }

export type EntryFaultsProps = {
  faults: readonly EntryFault[]
  /** What the faults are of, for those who hear the list. */
  label: string
  onReplace: (entry: string, value: string) => void
  onRemove: (entry: string) => void
}

/** Faults of a picker's values, each with what puts it right. */
export function EntryFaults({ faults, label, onReplace, onRemove }: EntryFaultsProps) {
  if (faults.length === 0) return null
  return (
    <ul aria-label={`${label}: faults`} className="flex flex-col gap-1.5">
      {faults.map(({ entry, message, suggestion }) => (
        <li
          key={entry}
          className="flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-md border border-warning-line bg-warning-soft px-2.5 py-1.5 text-sm"
        >
          <TriangleAlert aria-hidden="true" size={14} className="shrink-0 text-warning-ink" />
          <p className="min-w-0 flex-1 basis-48 break-words">
            <span className="font-mono text-xs">{entry}</span> {message}
            {suggestion && ` Did you mean ${suggestion.label}?`}
          </p>
          <span className="flex gap-1.5">
            {suggestion && (
              <Button size="sm" onPress={() => onReplace(entry, suggestion.value)}>
                Use {suggestion.label}
              </Button>
            )}
            <Button size="sm" variant="ghost" onPress={() => onRemove(entry)}>
              Remove
            </Button>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The values with one replaced in its place; a value that is there already is not repeated. */
export function replaceEntry(values: readonly string[], entry: string, value: string): string[] {
  return [...new Set(values.map((each) => (each === entry ? value : each)))]
}
