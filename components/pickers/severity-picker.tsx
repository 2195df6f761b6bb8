'use client'

import { SeverityShape } from '@/components/marks/severity-mark'
import { ToggleChips } from '@/components/ui/toggle-chips'
import { SEVERITIES, type Severity } from '@/lib/domain/severity'
import type { PickerProps } from './picker-props'

const OPTIONS = SEVERITIES.map((severity) => ({
  value: severity,
  label: severity,
  icon: <SeverityShape severity={severity} />,
}))

/** Any number of the five severities, given back weakest first. */
export function SeverityPicker({ label = 'Severity Levels', ...field }: PickerProps<Severity>) {
  return <ToggleChips {...field} label={label} options={OPTIONS} />
}
