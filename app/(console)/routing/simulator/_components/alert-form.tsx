'use client'

import { DynamicAnswerField } from '@/components/detections/dynamic-answer-field'
import { SeverityField } from '@/components/detections/severity-field'
import type { DestinationChoice } from '@/components/pickers/destination-choice'
import { DestinationPicker } from '@/components/pickers/destination-picker'
import { LogTypePicker } from '@/components/pickers/log-type-picker'
import { Callout } from '@/components/ui/callout'
import { SelectField } from '@/components/ui/select-field'
import { ALERT_TYPE_LABELS, ALERT_TYPES } from '@/lib/domain/alert-type'
import { DetectionFiller } from './detection-filler'
import type { SupposedAlert } from './supposed-alert'

const TYPES = ALERT_TYPES.map((type) => ({ value: type, label: ALERT_TYPE_LABELS[type] }))

type Props = {
  alert: SupposedAlert
  onChange: (change: Partial<SupposedAlert>) => void
  choices: readonly DestinationChoice[]
}

/** What an alert is routed by: given by a detection, or by hand. */
export function AlertForm({ alert, onChange, choices }: Props) {
  const hasDetection = alert.type !== 'SYSTEM_ERROR'
  return (
    <div className="grid gap-5">
      <DetectionFiller detection={alert.detection} onFill={onChange} />
      <SelectField
        name="type"
        label="Alert Type"
        options={TYPES}
        value={alert.type}
        onChange={(type) => onChange({ type })}
      />
      <SeverityField value={alert.severity} onChange={(severity) => onChange({ severity })} />
      <LogTypePicker
        name="logTypes"
        help="Those of the alert. With none, only destinations that accept all log types take it."
        value={alert.logTypes}
        onChange={(logTypes) => onChange({ logTypes })}
      />
      {hasDetection ? (
        <>
          <DestinationPicker
            name="overrides"
            label="Destination Overrides"
            choices={choices}
            value={alert.overrides}
            onChange={(overrides) => onChange({ overrides })}
            isOptional
          />
          <DynamicAnswerField
            value={{ kind: alert.returns, entries: alert.entries }}
            onChange={({ kind, entries }) => onChange({ returns: kind, entries })}
            choices={choices}
          />
        </>
      ) : (
        <Callout title="A System Error has no detection">
          Scenarios 1 and 2 do not apply, and its severity is not compared: only alert types and log types decide.
        </Callout>
      )}
    </div>
  )
}
