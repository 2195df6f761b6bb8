'use client'

import { type Control, useController } from 'react-hook-form'
import { NumberField } from '@/components/ui/number-field'
import { ALERT_LIMIT, RETENTION_DAYS } from '@/lib/contracts/settings'
import type { GeneralValues } from './general-values'

type Props = { control: Control<GeneralValues>; isDisabled: boolean }

/** How long payloads are kept, and how many alerts a detection may make. */
export function LimitFields(props: Props) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Limit
        {...props}
        name="retentionDays"
        label="Keep payloads, days"
        help="Contexts, events, and what attempts sent and got. The record of what happened stays. What failed can be sent again for 90 days at least."
        range={RETENTION_DAYS}
      />
      <Limit
        {...props}
        name="alertLimit"
        label="Alerts an hour of one detection"
        help="Further ones are counted in one alert. Alerts that are handed over by API are not limited."
        range={ALERT_LIMIT}
      />
    </div>
  )
}

type LimitProps = Props & {
  name: 'retentionDays' | 'alertLimit'
  label: string
  help: string
  range: { min: number; max: number }
}

function Limit({ control, name, label, help, range, isDisabled }: LimitProps) {
  const { field, fieldState } = useController({ control, name })
  return (
    <NumberField
      label={label}
      help={help}
      name={field.name}
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      minValue={range.min}
      maxValue={range.max}
      error={fieldState.error?.message}
      isDisabled={isDisabled}
    />
  )
}
