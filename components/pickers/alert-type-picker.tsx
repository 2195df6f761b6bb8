'use client'

import { ToggleChips } from '@/components/ui/toggle-chips'
import { ALERT_TYPE_LABELS, ALERT_TYPES, type AlertType } from '@/lib/domain/alert-type'
import type { PickerProps } from './picker-props'

const OPTIONS = ALERT_TYPES.map((type) => ({ value: type, label: ALERT_TYPE_LABELS[type] }))

/** Any number of the alert types, given back in their order everywhere. */
export function AlertTypePicker({ label = 'Alert Types', ...field }: PickerProps<AlertType>) {
  return <ToggleChips {...field} label={label} options={OPTIONS} />
}
