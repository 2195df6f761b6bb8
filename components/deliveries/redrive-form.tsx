'use client'

import { SeverityShape } from '@/components/marks/severity-mark'
import { DestinationFilter } from '@/components/pickers/destination-filter'
import { DetectionFilter } from '@/components/pickers/detection-filter'
import { Button } from '@/components/ui/button'
import { FilterMenu } from '@/components/ui/filter-menu'
import { MomentField } from '@/components/ui/moment-field'
import { SelectField } from '@/components/ui/select-field'
import { Switch } from '@/components/ui/switch'
import { REDRIVEN_STATES } from '@/lib/domain/redrive'
import { SEVERITIES } from '@/lib/domain/severity'
import type { RedriveDraft } from './redrive-draft'

const STATE_LABELS = { failed: 'Failed', cancelled: 'Cancelled' } as const

const ANY_AGE = 'any'
const AGES = [
  { value: ANY_AGE, label: 'Of any age' },
  { value: '4', label: 'Accepted within 4 hours' },
  { value: '12', label: 'Accepted within 12 hours' },
  { value: '24', label: 'Accepted within a day' },
  { value: '72', label: 'Accepted within 3 days' },
  { value: '168', label: 'Accepted within a week' },
]

const AT_ONCE = 'at-once'
const PACES = [
  { value: '10', label: '10 a minute' },
  { value: '60', label: '60 a minute' },
  { value: '300', label: '300 a minute' },
  { value: '1000', label: '1,000 a minute' },
  { value: AT_ONCE, label: 'As fast as they are taken' },
]

const numberOr = (text: string, none: string) => (text === none ? null : Number(text))

type Props = { draft: RedriveDraft; onChange: (changes: Partial<RedriveDraft>) => void }

/** Which deliveries are sent again, which of them stay out, and how fast. */
export function RedriveForm({ draft, onChange }: Props) {
  return (
    <div className="grid gap-5">
      <RedriveFilters draft={draft} onChange={onChange} />
      <Switch
        isSelected={draft.skipsClosed}
        onChange={(skipsClosed) => onChange({ skipsClosed })}
        description="Somebody has dealt with those already."
      >
        Leave out alerts that are Resolved or Invalid
      </Switch>
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          label="Alerts"
          options={AGES}
          value={draft.maxAgeHours === null ? ANY_AGE : String(draft.maxAgeHours)}
          onChange={(value) => onChange({ maxAgeHours: numberOr(value, ANY_AGE) })}
        />
        <SelectField
          label="Pace, to each destination"
          options={PACES}
          value={draft.perMinute === null ? AT_ONCE : String(draft.perMinute)}
          onChange={(value) => onChange({ perMinute: numberOr(value, AT_ONCE) })}
        />
      </div>
    </div>
  )
}

function RedriveFilters({ draft, onChange }: Props) {
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="pb-1.5 text-sm font-medium">Deliveries</legend>
      <div className="flex flex-wrap items-center gap-2">
        <FilterMenu
          label="State"
          options={REDRIVEN_STATES.map((value) => ({ value, label: STATE_LABELS[value] }))}
          value={draft.states}
          // Nothing is in no state.
          onChange={(states) => onChange({ states: states.length > 0 ? states : draft.states })}
        />
        <DestinationFilter value={draft.destinationId} onChange={(destinationId) => onChange({ destinationId })} />
        <FilterMenu
          label="Severity"
          options={SEVERITIES.map((value) => ({ value, label: value, icon: <SeverityShape severity={value} /> }))}
          value={draft.severities}
          onChange={(severities) => onChange({ severities })}
        />
        <DetectionFilter value={draft.detectionId} onChange={(detectionId) => onChange({ detectionId })} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-sm text-muted">Ended</span>
        <MomentField label="from" value={draft.from} onChange={(from) => onChange({ from })} />
        <MomentField label="to" value={draft.to} onChange={(to) => onChange({ to })} />
      </div>
      {draft.alertIds.length > 0 && (
        <p className="flex flex-wrap items-center gap-2 text-sm text-soft">
          Of the {draft.alertIds.length} chosen {draft.alertIds.length === 1 ? 'alert' : 'alerts'} alone
          <Button size="sm" variant="ghost" onPress={() => onChange({ alertIds: [] })}>
            Of all alerts
          </Button>
        </p>
      )}
    </fieldset>
  )
}
