import type { DestinationView } from '@/lib/contracts/destination'
import type { FieldView } from '@/lib/contracts/destination-type'
import { type DestinationValues, type Fields, storedSince } from './destination-values'

/** Whether an edit points the destination at another host or account: its stored secrets are then asked for again. */
export function hostChange(fields: Fields, saved: DestinationView, settings: DestinationValues['settings']): boolean {
  return fields.some((field) => field.decidesHost && isChanged(field, saved, settings))
}

// What a secret address was is known to the server alone: entering one is a change.
function isChanged(field: FieldView, saved: DestinationView, settings: DestinationValues['settings']): boolean {
  const value = settings[field.name]
  const typed = typeof value === 'string' ? value.trim() : ''
  if (field.isSecret) return typed !== ''
  const before = saved.settings[field.name] ?? field.defaultValue ?? ''
  return placeOf(field, typed) !== placeOf(field, String(before))
}

function placeOf(field: FieldView, text: string): string {
  return field.widget === 'url' && URL.canParse(text) ? new URL(text).origin : text
}

/** The stored secrets that would be asked for again: those left blank, apart from a secret address itself. */
export function askedAgain(
  fields: Fields,
  saved: DestinationView,
  settings: DestinationValues['settings'],
): FieldView[] {
  return fields.filter((field) => {
    if (!field.isSecret || storedSince(saved, field) === undefined) return false
    const value = settings[field.name]
    if (Array.isArray(value)) return value.some((row) => row.value === '')
    return value === ''
  })
}
