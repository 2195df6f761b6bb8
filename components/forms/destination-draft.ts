import { ALERT_TYPES } from '@/lib/domain/alert-type'
import { SEVERITIES } from '@/lib/domain/severity'
import type { DeliveryValues } from './delivery-values'
import {
  type DestinationValues,
  type Fields,
  headerRowsOf,
  type SettingValue,
  withoutSecrets,
} from './destination-values'

/** What is kept of a form in the browser's tab: no secret, and the version that the edit began at. */
export type Draft = { version?: number; values: DestinationValues }

/** The text of a draft, without secrets. */
export function writeDraft(fields: Fields, { version, values }: Draft): string {
  return JSON.stringify({ version, values: withoutSecrets(fields, values) })
}

/**
 * Reads a kept draft on top of the values the form has now; what cannot be read, because the form has changed since, stays
 * as it is now. `undefined` when nothing can be read.
 */
export function readDraft(fields: Fields, text: string, now: DestinationValues): Draft | undefined {
  const draft = parse(text)
  const kept = record(draft?.values)
  if (!draft || !kept) return undefined
  const settings = record(kept.settings) ?? {}
  return {
    version: typeof draft.version === 'number' ? draft.version : undefined,
    values: {
      displayName: typeof kept.displayName === 'string' ? kept.displayName : now.displayName,
      severities: SEVERITIES.filter((severity) => strings(kept.severities).includes(severity)),
      alertTypes: ALERT_TYPES.filter((type) => strings(kept.alertTypes).includes(type)),
      logTypes: strings(kept.logTypes),
      settings: Object.fromEntries(
        fields.map((field) => [field.name, keptSetting(field, settings[field.name], now.settings[field.name] ?? '')]),
      ),
      delivery: keptDelivery(record(kept.delivery) ?? {}, now.delivery),
    },
  }
}

function keptDelivery(kept: Record<string, unknown>, now: DeliveryValues): DeliveryValues {
  const texts = Object.entries(kept).filter((entry): entry is [keyof DeliveryValues, string] => {
    const [name, text] = entry
    return name in now && typeof text === 'string'
  })
  return { ...now, ...Object.fromEntries(texts) }
}

function keptSetting({ widget, isSecret }: Fields[number], kept: unknown, now: SettingValue): SettingValue {
  if (widget === 'headers') return Array.isArray(kept) ? headerRowsOf(kept) : now
  return isSecret || typeof kept !== 'string' ? now : kept
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    return record(JSON.parse(text))
  } catch {
    // Not ours, or cut short: as good as no draft.
    return undefined
  }
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
}
