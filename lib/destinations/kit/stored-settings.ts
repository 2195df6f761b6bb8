import type { FieldView, StoredSettings } from './types'

type Settings = Readonly<Record<string, unknown>>
type Fields = readonly FieldView[]

/** What the form shows at a secret that can no longer be kept. */
export const SECRET_ASKED_AGAIN = 'The address changed, so the stored secret is asked for again.'

type HeaderRow = { name: string; value?: unknown }

function isHeaderRow(row: unknown): row is HeaderRow {
  return typeof row === 'object' && row !== null && 'name' in row && typeof row.name === 'string'
}

function headerRowsOf(value: unknown): HeaderRow[] {
  return Array.isArray(value) ? value.filter(isHeaderRow) : []
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

/** How programs read a secret, and say that it stays: the same as a blank. */
function isMark(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'set' in value && value.set === true
}

function withoutMarks(fields: Fields, submitted: Settings): Settings {
  const settings = { ...submitted }
  for (const field of fields) {
    const value = settings[field.name]
    if (field.widget === 'headers' && Array.isArray(value)) {
      settings[field.name] = value.map((row) => (isHeaderRow(row) && isMark(row.value) ? { ...row, value: '' } : row))
    } else if (field.isSecret && isMark(value)) settings[field.name] = ''
  }
  return settings
}

function headerPath(field: FieldView, headerName: string): string {
  return `${field.name}/${headerName}`
}

/** Takes parsed settings apart into what anyone may see and the secrets by path; `joinSecrets` is its inverse. */
export function splitSecrets(fields: Fields, settings: Settings): StoredSettings {
  const publicSettings: Record<string, unknown> = {}
  const secrets: Record<string, string> = {}
  for (const field of fields) {
    const value = settings[field.name]
    if (value === undefined) continue
    if (field.widget === 'headers') {
      const rows = headerRowsOf(value)
      publicSettings[field.name] = rows.map(({ name }) => ({ name }))
      for (const row of rows) secrets[headerPath(field, row.name)] = String(row.value)
    } else if (field.isSecret) {
      secrets[field.name] = String(value)
    } else {
      publicSettings[field.name] = value
    }
  }
  return { publicSettings, secrets }
}

/** Puts stored settings together again. The result is still to be parsed: a lost secret shows there. */
export function joinSecrets(fields: Fields, { publicSettings, secrets }: StoredSettings): Record<string, unknown> {
  const settings: Record<string, unknown> = {}
  for (const field of fields) {
    const stored = publicSettings[field.name]
    const value =
      field.widget === 'headers' && stored !== undefined
        ? headerRowsOf(stored).map(({ name }) => ({ name, value: secrets[headerPath(field, name)] }))
        : field.isSecret
          ? secrets[field.name]
          : stored
    if (value !== undefined) settings[field.name] = value
  }
  return settings
}

/**
 * Which place a value points to: an address's origin, any other value itself. An address that is itself a credential is a
 * place as a whole: on a host that many share, its path is the account.
 */
function placeOf(field: FieldView, value: unknown): unknown {
  const given = isBlank(value) ? field.defaultValue : value
  if (field.widget !== 'url' || typeof given !== 'string' || !URL.canParse(given.trim())) return given
  const url = new URL(given.trim())
  return field.isSecret ? url.href : url.origin
}

/** True when the settings point to another host or account than before: no stored secret may go there. */
export function hostChanged(fields: Fields, before: Settings, after: Settings): boolean {
  return fields.some(
    (field) => field.decidesHost && placeOf(field, before[field.name]) !== placeOf(field, after[field.name]),
  )
}

/** The value a field has once a blank secret means "keep"; `null` removes, and a blank anything else is absent. */
function keepBlank(field: FieldView, submitted: unknown, stored: unknown): unknown {
  if (submitted === null) return undefined
  if (field.widget === 'headers' && Array.isArray(submitted)) return keepBlankHeaders(submitted, headerRowsOf(stored))
  if (!isBlank(submitted)) return submitted
  return field.isSecret ? stored : undefined
}

function keepBlankHeaders(submitted: unknown[], stored: HeaderRow[]): unknown[] {
  const valueByName = new Map(stored.map(({ name, value }) => [name.toLowerCase(), value]))
  return submitted.map((row) =>
    isHeaderRow(row) && isBlank(row.value) ? { ...row, value: valueByName.get(row.name.trim().toLowerCase()) } : row,
  )
}

/** Whether the merged value holds a stored secret that was not submitted anew. */
function keepsSecret(field: FieldView, submitted: unknown, stored: unknown): boolean {
  if (!field.isSecret || submitted === null) return false
  if (field.widget !== 'headers') return isBlank(submitted) && stored !== undefined
  const known = new Set(headerRowsOf(stored).map(({ name }) => name.toLowerCase()))
  if (!Array.isArray(submitted)) return isBlank(submitted) && known.size > 0
  return headerRowsOf(submitted).some((row) => isBlank(row.value) && known.has(row.name.trim().toLowerCase()))
}

/** A value without any stored secret: header rows keep their names. */
function withoutStored(field: FieldView, submitted: unknown): unknown {
  return keepBlank(field, submitted, field.widget === 'headers' ? [] : undefined)
}

/**
 * What a submitted form means for a saved destination, ready to be parsed. A blank or marked secret keeps the stored one, `null`
 * removes it; once the host changed nothing stored is kept, and `missing` names the fields that are asked for again.
 */
export function mergeSecrets(change: { fields: Fields; stored: StoredSettings; submitted: Settings }): {
  settings: Record<string, unknown>
  missing: string[]
} {
  const { fields } = change
  const submitted = withoutMarks(fields, change.submitted)
  const stored = joinSecrets(fields, change.stored)
  const merged = new Map(
    fields.map((field) => [field.name, keepBlank(field, submitted[field.name], stored[field.name])]),
  )
  const missing: string[] = []
  if (hostChanged(fields, stored, Object.fromEntries(merged))) {
    for (const field of fields) {
      if (!keepsSecret(field, submitted[field.name], stored[field.name])) continue
      missing.push(field.name)
      merged.set(field.name, withoutStored(field, submitted[field.name]))
    }
  }
  const settings = Object.fromEntries([...merged].filter(([, value]) => value !== undefined))
  return { settings, missing }
}
