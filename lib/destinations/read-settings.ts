import type { FieldErrors } from '../contracts/result'
import { mergeSecrets, SECRET_ASKED_AGAIN, splitSecrets } from './kit/stored-settings'
import type { DestinationType, StoredSettings } from './kit/types'

const NOTHING_STORED: StoredSettings = { publicSettings: {}, secrets: {} }

/** Settings that their type's schema accepted, whole and taken apart, or what is wrong with them by form field. */
export type ReadSettings =
  | { ok: true; settings: Record<string, unknown>; stored: StoredSettings; target: string }
  | { ok: false; fields: FieldErrors }

/**
 * Judges what a form submitted for a destination of `type`, on top of what is stored for it. A type's schema is the one
 * authority; `refuseUrl` adds what the outbound guard would refuse, so that it is said before anything is saved.
 */
export function readSettings(
  type: DestinationType,
  given: {
    submitted: Record<string, unknown>
    stored?: StoredSettings
    refuseUrl(url: string): string | undefined
  },
): ReadSettings {
  const merged = mergeSecrets({
    fields: type.fields,
    stored: given.stored ?? NOTHING_STORED,
    submitted: given.submitted,
  })
  const fields: FieldErrors = {}
  for (const name of merged.missing) fields[`settings.${name}`] = SECRET_ASKED_AGAIN
  const parsed = type.settings.safeParse(merged.settings)
  for (const issue of parsed.error?.issues ?? []) fields[['settings', ...issue.path].join('.')] ??= issue.message
  for (const field of type.fields) {
    const url = merged.settings[field.name]
    if (field.widget !== 'url' || typeof url !== 'string') continue
    const refused = given.refuseUrl(url.trim())
    if (refused) fields[`settings.${field.name}`] ??= refused
  }
  if (!parsed.success || Object.keys(fields).length > 0) return { ok: false, fields }
  return {
    ok: true,
    settings: parsed.data,
    stored: splitSecrets(type.fields, parsed.data),
    target: type.target(parsed.data),
  }
}
