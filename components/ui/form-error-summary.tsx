'use client'

import { CircleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'

/** Moves focus to the field whose `name` this is, and into view. */
export function focusField(name: string) {
  const field = document.querySelector(`[data-field="${CSS.escape(name)}"]`)
  const control = field?.querySelector<HTMLElement>(
    ':is(input, textarea, button, select, [tabindex]):not([tabindex="-1"], [type="hidden"], [aria-hidden] *)',
  )
  field?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}

export type FormError = {
  /** The `name` of the field; without it the error is about the whole form. */
  field?: string
  message: string
}

/**
 * All errors of a form, above it; takes the focus each time `errors` is a new list. Each error is a way to its field.
 */
export function FormErrorSummary({ title, errors }: { title: string; errors: readonly FormError[] }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-2.5 rounded-lg border border-danger-line bg-danger-soft px-3.5 py-3 text-ink"
    >
      <CircleAlert aria-hidden="true" size={16} className="mt-0.5 shrink-0 text-danger-ink" />
      <div className="min-w-0">
        <p className="font-medium">{title}</p>
        <ul className="mt-1 flex flex-col gap-0.5 text-sm">
          {errors.map(({ field, message }) => (
            <li key={`${field ?? ''}:${message}`}>
              {field === undefined ? (
                message
              ) : (
                <button
                  type="button"
                  onClick={() => focusField(field)}
                  className="rounded-xs text-left text-danger-ink underline decoration-danger-line underline-offset-2 hover:decoration-current"
                >
                  {message}
                </button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
