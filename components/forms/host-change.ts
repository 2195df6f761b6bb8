import type { DestinationView } from '@/lib/contracts/destination'
import type { FieldView } from '@/lib/contracts/destination-type'
import { type DestinationValues, type Fields, storedSince } from './destination-values'

/**
 * Whether an edit points the destination at another host or account. `maybe`: a new secret address was entered, and whether
 * its host is the stored one's only the server knows.
 */
export type HostChange = 'no' | 'maybe' | 'yes'

/** Judges the fields that decide the host against what is saved. */
export function hostChange(
  fields: Fields,
  saved: DestinationView,
  settings: DestinationValues['settings'],
): HostChange {
  const changes = fields.filter((field) => field.decidesHost).map((field) => fieldChange(field, saved, settings))
  if (changes.includes('yes')) return 'yes'
  return changes.includes('maybe') ? 'maybe' : 'no'
}

function fieldChange(field: FieldView, saved: DestinationView, settings: DestinationValues['settings']): HostChange {
  const value = settings[field.name]
  const typed = typeof value === 'string' ? value.trim() : ''
  if (field.isSecret) return typed === '' ? 'no' : secretAddressChange(typed, saved.target)
  const before = saved.settings[field.name] ?? field.defaultValue ?? ''
  return placeOf(field, typed) === placeOf(field, String(before)) ? 'no' : 'yes'
}

/** A target that is an address is the origin of the stored one; any other target says nothing of it. */
function secretAddressChange(typed: string, target: string): HostChange {
  if (!URL.canParse(typed) || !/^https?:/.test(target) || !URL.canParse(target)) return 'maybe'
  return new URL(typed).origin === new URL(target).origin ? 'no' : 'yes'
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
