'use client'

import { type Control, useController, useWatch } from 'react-hook-form'
import { AlertTypePicker } from '@/components/pickers/alert-type-picker'
import { LogTypePicker } from '@/components/pickers/log-type-picker'
import { SeverityPicker } from '@/components/pickers/severity-picker'
import { Callout } from '@/components/ui/callout'
import { Panel } from '@/components/ui/panel'
import { isExplicitOnly } from '@/lib/domain/destination'
import type { DestinationValues } from './destination-values'
import { errorAt } from './form-problems'

type FormControl = Control<DestinationValues>

/** Which alerts reach the destination by its own settings. */
export function DestinationFilters({ control }: { control: FormControl }) {
  return (
    <Panel
      title="Alerts it receives"
      description="For detections that do not say where their alerts go. An alert has to match all three."
    >
      <div className="flex flex-col gap-5">
        <SeverityPicker {...useBinding(control, 'severities')} />
        <AlertTypePicker {...useBinding(control, 'alertTypes')} />
        <LogTypePicker
          {...useBinding(control, 'logTypes')}
          isOptional
          placeholder="All log types"
          help="Left empty, alerts of all log types. Several can be pasted at once; custom ones can be typed."
        />
        <ExplicitOnlyNote control={control} />
      </div>
    </Panel>
  )
}

function useBinding<Name extends 'severities' | 'alertTypes' | 'logTypes'>(control: FormControl, name: Name) {
  const { field, formState } = useController({ control, name })
  // The server names an entry of the list, the picker shows the first message for the whole.
  const listed = Array.isArray(field.value)
    ? field.value.map((_, index) => errorAt(formState.errors, `${name}.${index}`))
    : []
  const error = errorAt(formState.errors, name) ?? listed.find(Boolean)
  return { name, value: field.value, onChange: field.onChange, error }
}

function ExplicitOnlyNote({ control }: { control: FormControl }) {
  const [severities, alertTypes] = useWatch({ control, name: ['severities', 'alertTypes'] })
  return (
    <div role="status" className="empty:hidden">
      {isExplicitOnly({ severities, alertTypes }) ? (
        <Callout title="Explicit-only">
          No alert reaches it by its own settings; only detections that name it send here.{' '}
          {alertTypes.length === 0 ? 'Choose alert types to change that.' : 'Choose severities to change that.'}
        </Callout>
      ) : (
        severities.length === 0 && (
          <Callout title="No severity is chosen">
            By its own settings only System Errors reach it, whatever their severity; other alerts only from detections
            that name it.
          </Callout>
        )
      )}
    </div>
  )
}
