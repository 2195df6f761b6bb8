'use client'

import { useId } from 'react'
import { classNames } from './class-names'
import { inputStyle } from './field-parts'

export type MomentFieldProps = {
  label: string
  /** ISO 8601, or empty. */
  value: string
  onChange: (value: string) => void
}

const MINUTE_MS = 60_000

/** The reader's own date and time of a moment, as a browser's field writes it. */
function toLocal(value: string): string {
  const at = Date.parse(value)
  if (Number.isNaN(at)) return ''
  return new Date(at - new Date(at).getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16)
}

/** A date and time by the reader's own clock, on one line among the filters of a list. */
export function MomentField({ label, value, onChange }: MomentFieldProps) {
  const id = useId()
  const handleChange = (local: string) => onChange(local === '' ? '' : new Date(local).toISOString())
  return (
    <span className="flex items-center gap-1.5">
      <label htmlFor={id} className="text-sm text-muted">
        {label}
      </label>
      <input
        id={id}
        type="datetime-local"
        value={toLocal(value)}
        onChange={(event) => handleChange(event.target.value)}
        suppressHydrationWarning
        className={classNames(inputStyle, 'h-8 w-auto text-sm')}
      />
    </span>
  )
}
