'use client'

import { Plus, X } from 'lucide-react'
import { useId, useRef } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { errorStyle, helpStyle, labelStyle, OptionalMark } from '@/components/ui/field-parts'
import { focusField } from '@/components/ui/form-error-summary'
import { IconButton } from '@/components/ui/icon-button'
import { PasswordField } from '@/components/ui/password-field'
import { RelativeTime } from '@/components/ui/relative-time'
import { TextField } from '@/components/ui/text-field'
import type { DestinationValues, HeaderRow } from './destination-values'
import { errorAt } from './form-problems'
import type { SettingFieldProps } from './setting-field-props'

const HEADERS_MAX = 20

/** HTTP headers as rows of name and value; the values are secret. */
export function HeaderRowsField({ field, storedSince, isAskedAgain }: SettingFieldProps) {
  const { control, formState } = useFormContext<DestinationValues>()
  const name = `settings.${field.name}` as const
  const { field: bound } = useController({ control, name })
  const rows = Array.isArray(bound.value) ? bound.value : []
  const { keys, removeKey } = useRowKeys(rows.length)
  const id = useId()
  const error = errorAt(formState.errors, name)

  const change = (index: number, part: Partial<HeaderRow>) =>
    bound.onChange(rows.map((row, place) => (place === index ? { ...row, ...part } : row)))
  const remove = (index: number) => {
    removeKey(index)
    bound.onChange(rows.filter((_, place) => place !== index))
  }
  const add = () => {
    bound.onChange([...rows, { name: '', value: '' }])
    requestAnimationFrame(() => focusField(`${name}.${rows.length}.name`))
  }
  return (
    <fieldset data-field={name} aria-describedby={`${id}-notes`} className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 flex items-baseline gap-1.5">
        <span className={labelStyle}>{field.label}</span>
        {!field.isRequired && <OptionalMark />}
      </legend>
      {rows.map((row, index) => (
        <HeaderRowFields
          key={keys[index]}
          name={`${name}.${index}`}
          row={row}
          isFirst={index === 0}
          valuePlaceholder={storedSince && !isAskedAgain ? 'Leave blank to keep' : undefined}
          errors={{
            name: errorAt(formState.errors, `${name}.${index}.name`),
            value: errorAt(formState.errors, `${name}.${index}.value`),
          }}
          onChange={(part) => change(index, part)}
          onRemove={() => remove(index)}
        />
      ))}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <Button
          size="sm"
          icon={<Plus aria-hidden="true" size={14} />}
          isDisabled={rows.length >= HEADERS_MAX}
          onPress={add}
        >
          Add header
        </Button>
        {storedSince && (
          <span>
            {isAskedAgain ? 'Values are asked for again: the stored ones were set' : 'Values set'}{' '}
            <RelativeTime at={storedSince} />
          </span>
        )}
      </div>
      <div id={`${id}-notes`} className="flex flex-col gap-1.5">
        {field.help && <p className={helpStyle}>{field.help}</p>}
        {error && <p className={errorStyle}>{error}</p>}
      </div>
    </fieldset>
  )
}

type HeaderRowFieldsProps = {
  name: string
  row: HeaderRow
  isFirst: boolean
  valuePlaceholder?: string
  errors: { name?: string; value?: string }
  onChange: (part: Partial<HeaderRow>) => void
  onRemove: () => void
}

function HeaderRowFields({ name, row, isFirst, valuePlaceholder, errors, onChange, onRemove }: HeaderRowFieldsProps) {
  const labels = isFirst ? undefined : '[&_label]:sr-only'
  return (
    <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] items-start gap-2">
      <TextField
        name={`${name}.name`}
        label="Header name"
        error={errors.name}
        isMono
        autoComplete="off"
        spellCheck="false"
        value={row.name}
        onChange={(next) => onChange({ name: next })}
        className={labels}
      />
      <PasswordField
        name={`${name}.value`}
        label="Header value"
        error={errors.value}
        isMono
        autoComplete="off"
        spellCheck="false"
        placeholder={valuePlaceholder}
        value={row.value}
        onChange={(next) => onChange({ value: next })}
        className={labels}
      />
      <span className={classNames('flex h-9 items-center', isFirst && 'mt-6.5')}>
        <IconButton label={row.name ? `Remove ${row.name}` : 'Remove header'} onPress={onRemove}>
          <X aria-hidden="true" size={16} />
        </IconButton>
      </span>
    </div>
  )
}

/** Keys that stay with their rows when one between them is removed. */
function useRowKeys(count: number) {
  const keys = useRef<number[]>([])
  const next = useRef(0)
  while (keys.current.length < count) keys.current.push(next.current++)
  const removeKey = (index: number) => keys.current.splice(index, 1)
  return { keys: keys.current.slice(0, count), removeKey }
}
