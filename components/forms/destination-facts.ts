import type { FieldView } from '@/lib/contracts/destination-type'
import { ALERT_TYPE_LABELS } from '@/lib/domain/alert-type'
import { deliveryTexts } from './delivery-values'
import { changesSecret, type DestinationValues, type Fields, type SettingValue } from './destination-values'

/** One thing in which two versions of a destination differ, in words. */
export type Difference = { field: string; theirs: string; mine: string }

type Known = {
  fields: Fields
  /** The display name of a destination. */
  nameOf: (id: string) => string
}

/** In what a form differs from what somebody else saved; of secrets only that one was entered here. */
export function differences(
  { fields, nameOf }: Known,
  theirs: DestinationValues,
  mine: DestinationValues,
): Difference[] {
  const ours = facts(fields, mine, nameOf)
  const all = facts(fields, theirs, nameOf).map(({ field, text }, index) => ({
    field,
    theirs: text,
    mine: ours[index]?.text ?? '',
  }))
  return all.filter((fact) => fact.theirs !== fact.mine)
}

function facts(fields: Fields, values: DestinationValues, nameOf: Known['nameOf']): { field: string; text: string }[] {
  return [
    { field: 'Display Name', text: values.displayName.trim() },
    { field: 'Severity Levels', text: values.severities.join(', ') || 'none' },
    { field: 'Alert Types', text: values.alertTypes.map((type) => ALERT_TYPE_LABELS[type]).join(', ') || 'none' },
    { field: 'Log Types', text: values.logTypes.join(', ') || 'all' },
    ...fields.map((field) => ({ field: field.label, text: settingText(field, values.settings[field.name]) })),
    ...deliveryTexts(values.delivery, nameOf).map(({ name, text }) => ({ field: name, text })),
  ]
}

function settingText(field: FieldView, value: SettingValue = ''): string {
  if (Array.isArray(value)) {
    const names = value.map((row) => (row.value === '' ? row.name : `${row.name} (new value)`))
    return names.join(', ') || 'none'
  }
  if (field.isSecret) {
    if (value === null) return 'removed'
    return changesSecret(value) ? 'a new value' : 'as saved'
  }
  return field.options?.find((option) => option.value === value)?.label ?? (value || 'none')
}
