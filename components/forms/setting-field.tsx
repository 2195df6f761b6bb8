'use client'

import { useController, useFormContext } from 'react-hook-form'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextField } from '@/components/ui/text-field'
import type { FieldView } from '@/lib/contracts/destination-type'
import type { DestinationValues } from './destination-values'
import { HeaderRowsField } from './header-rows-field'
import { SecretField } from './secret-field'
import type { SettingFieldProps } from './setting-field-props'
import { settingProblem } from './setting-problem'

/** One field of a destination type, by its widget. */
export function SettingField(props: SettingFieldProps) {
  const { field } = props
  if (field.widget === 'headers') return <HeaderRowsField {...props} />
  if (field.isSecret) return <SecretField {...props} />
  return <PublicField field={field} />
}

function PublicField({ field }: { field: FieldView }) {
  const { control } = useFormContext<DestinationValues>()
  const name = `settings.${field.name}` as const
  const { field: bound, fieldState } = useController({
    control,
    name,
    rules: { validate: (value) => settingProblem(field, value, false) },
  })
  const value = typeof bound.value === 'string' ? bound.value : ''
  const copy = { name, label: field.label, help: field.help, error: fieldState.error?.message }
  if (field.widget === 'choice') {
    return <RadioGroup {...copy} options={field.options ?? []} value={value} onChange={bound.onChange} />
  }
  return (
    <TextField
      {...copy}
      isOptional={!field.isRequired}
      isMono={field.widget === 'url'}
      placeholder={field.placeholder}
      autoComplete="off"
      inputRef={bound.ref}
      value={value}
      onChange={bound.onChange}
      onBlur={bound.onBlur}
    />
  )
}
