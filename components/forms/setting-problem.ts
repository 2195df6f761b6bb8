import type { FieldView } from '@/lib/contracts/destination-type'
import type { SettingValue } from './destination-values'

/** What is plainly wrong with a setting, said before the server is asked; the server has the last word. */
export function settingProblem(
  field: FieldView,
  value: SettingValue | undefined,
  isStored: boolean,
): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  if (text === '') return field.isRequired && !isStored ? `${field.label} is required.` : undefined
  if (field.widget === 'url' && !URL.canParse(text)) return 'Enter a whole address, with https:// at its start.'
  return undefined
}
