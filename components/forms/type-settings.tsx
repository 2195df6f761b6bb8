'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import { DestinationLogo } from '@/components/marks/destination-logo'
import { Callout } from '@/components/ui/callout'
import { Panel } from '@/components/ui/panel'
import type { DestinationView } from '@/lib/contracts/destination'
import type { DestinationTypeView } from '@/lib/contracts/destination-type'
import { type DestinationValues, type Fields, storedSince } from './destination-values'
import { askedAgain, hostChange } from './host-change'
import { SettingField } from './setting-field'

export type TypeSettingsProps = {
  type: Pick<DestinationTypeView, 'type' | 'name' | 'fields'>
  saved?: DestinationView
}

/** The type's own fields. Before saving it says which stored secrets a change of host asks for again. */
export function TypeSettings({ type, saved }: TypeSettingsProps) {
  const { control } = useFormContext<DestinationValues>()
  const settings = useWatch({ control, name: 'settings' })
  const asked = saved && hostChange(type.fields, saved, settings) ? askedAgain(type.fields, saved, settings) : []
  return (
    <Panel title={type.name} actions={<DestinationLogo type={type.type} size={20} />}>
      <div className="flex flex-col gap-5">
        <div role="status" className="empty:hidden">
          <HostChangeNote asked={asked} />
        </div>
        {type.fields.map((field) => (
          <SettingField
            key={field.name}
            field={field}
            storedSince={storedSince(saved, field)}
            isAskedAgain={asked.includes(field)}
          />
        ))}
      </div>
    </Panel>
  )
}

function HostChangeNote({ asked }: { asked: Fields }) {
  if (asked.length === 0) return null
  return (
    <Callout tone="warning" title="Stored secrets do not go to another place">
      This change sends alerts elsewhere than before. Enter again, or remove:{' '}
      {asked.map(({ label }) => label).join(', ')}.
    </Callout>
  )
}
