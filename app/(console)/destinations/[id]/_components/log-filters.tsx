'use client'

import { DELIVERY_STATE_LABELS } from '@/components/alerts/alert-words'
import { DELIVERY_REASON_LABELS, LOG_TIME_LABELS } from '@/components/deliveries/delivery-words'
import { hasLogFilter, type LogFilter, NO_LOG_FILTER } from '@/components/destinations/log-search'
import { DeliveryStateShape } from '@/components/marks/delivery-state-mark'
import { Button } from '@/components/ui/button'
import { FilterMenu } from '@/components/ui/filter-menu'
import { DELIVERY_REASONS, DELIVERY_STATES } from '@/lib/domain/delivery'
import { LOG_TIMES } from '@/lib/domain/delivery-filter'

const STATES = DELIVERY_STATES.map((value) => ({
  value,
  label: DELIVERY_STATE_LABELS[value],
  icon: <DeliveryStateShape state={value} />,
}))
const REASONS = DELIVERY_REASONS.map((value) => ({ value, label: DELIVERY_REASON_LABELS[value] }))
const TIMES = LOG_TIMES.map((value) => ({ value, label: LOG_TIME_LABELS[value] }))

type Props = { filter: LogFilter; onChange: (filter: LogFilter) => void }

/** Which deliveries the log shows. */
export function LogFilters({ filter, onChange }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <FilterMenu
        label="State"
        options={STATES}
        value={filter.state}
        onChange={(state) => onChange({ ...filter, state })}
      />
      <FilterMenu
        label="Reason"
        options={REASONS}
        value={filter.reason}
        onChange={(reason) => onChange({ ...filter, reason })}
      />
      <FilterMenu
        label="Time"
        options={TIMES}
        value={filter.time === '' ? [] : [filter.time]}
        // One at most: another takes its place.
        onChange={(times) => onChange({ ...filter, time: times.find((time) => time !== filter.time) ?? '' })}
      />
      {hasLogFilter(filter) && (
        <Button variant="ghost" onPress={() => onChange(NO_LOG_FILTER)}>
          Clear
        </Button>
      )}
    </div>
  )
}
