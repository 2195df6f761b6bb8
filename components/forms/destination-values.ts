import type { DestinationView } from '@/lib/contracts/destination'
import type { FieldView } from '@/lib/contracts/destination-type'
import { ALERT_TYPES, type AlertType } from '@/lib/domain/alert-type'
import { NAME_MAX_LENGTH } from '@/lib/domain/destination-name'
import type { Severity } from '@/lib/domain/severity'
import { type DeliveryValues, deliveryValues } from './delivery-values'

export type HeaderRow = { name: string; value: string }

/** A setting as the form holds it. A blank secret keeps what is stored; `null` removes it. */
export type SettingValue = string | HeaderRow[] | null

export type DestinationValues = {
  displayName: string
  severities: Severity[]
  alertTypes: AlertType[]
  logTypes: string[]
  settings: Record<string, SettingValue>
  delivery: DeliveryValues
}

export type Fields = readonly FieldView[]

/** What the form begins with for a new destination: every alert type, no severity. */
export function newValues(fields: Fields): DestinationValues {
  return {
    displayName: '',
    severities: [],
    alertTypes: [...ALERT_TYPES],
    logTypes: [],
    settings: settingsOf(fields, {}),
    delivery: deliveryValues({}),
  }
}

/** A saved destination as the form holds it; its secrets are blank, which keeps them. */
export function savedValues(fields: Fields, saved: DestinationView): DestinationValues {
  const { displayName, severities, alertTypes, logTypes, settings, delivery } = saved
  return {
    displayName,
    severities,
    alertTypes,
    logTypes,
    settings: settingsOf(fields, settings),
    delivery: deliveryValues(delivery),
  }
}

const COPY_SUFFIX = ' copy'

/** What the form begins with for a copy of a saved destination: another name, and no secret. */
export function copiedValues(fields: Fields, saved: DestinationView): DestinationValues {
  const name = saved.displayName.slice(0, NAME_MAX_LENGTH - COPY_SUFFIX.length).trimEnd()
  return { ...savedValues(fields, saved), displayName: `${name}${COPY_SUFFIX}` }
}

function settingsOf(fields: Fields, settings: Record<string, unknown>): Record<string, SettingValue> {
  return Object.fromEntries(fields.map((field) => [field.name, settingOf(field, settings[field.name])]))
}

function settingOf(field: FieldView, value: unknown): SettingValue {
  if (field.widget === 'headers') return headerRowsOf(value).map(({ name }) => ({ name, value: '' }))
  if (field.isSecret) return ''
  return typeof value === 'string' ? value : (field.defaultValue ?? '')
}

/** The rows of a `headers` setting, whatever was stored or kept for it. */
export function headerRowsOf(value: unknown): HeaderRow[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((row: unknown) =>
    typeof row === 'object' && row !== null && 'name' in row && typeof row.name === 'string'
      ? [{ name: row.name, value: 'value' in row && typeof row.value === 'string' ? row.value : '' }]
      : [],
  )
}

/** The settings without header rows that nobody filled in, so that the rows that errors name are the rows in view. */
export function withoutBlankRows(settings: DestinationValues['settings']): DestinationValues['settings'] {
  const entries = Object.entries(settings).map(([name, value]): [string, SettingValue] => [
    name,
    Array.isArray(value) ? value.filter((row) => row.name.trim() !== '' || row.value !== '') : value,
  ])
  return Object.fromEntries(entries)
}

/** The values without any secret: what may be kept in the browser. */
export function withoutSecrets(fields: Fields, values: DestinationValues): DestinationValues {
  const settings = Object.fromEntries(
    fields.map((field) => [field.name, settingOf(field, values.settings[field.name])]),
  )
  return { ...values, settings }
}

/** True when a value was typed for a secret, or its removal was asked for. */
export function changesSecret(value: SettingValue | undefined): boolean {
  if (Array.isArray(value)) return value.some((row) => row.value !== '')
  return value !== ''
}

/** Since when a secret is stored for a field (ISO 8601), the latest of several headers' values; `undefined` when none is. */
export function storedSince(saved: DestinationView | undefined, field: FieldView): string | undefined {
  const times = (saved?.secrets ?? [])
    .filter((secret) => secret.field === field.name || secret.field.startsWith(`${field.name}/`))
    .map((secret) => secret.updatedAt)
  return times.sort().at(-1)
}
