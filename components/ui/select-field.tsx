'use client'

import { Check, ChevronsUpDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'
import { classNames } from './class-names'
import { type FieldCopy, FieldLabel, FieldNotes, fieldStyle, inputStyle } from './field-parts'
import { optionStyle, popoverStyle } from './list-style'

export type SelectOption<Value extends string = string> = { value: Value; label: string; description?: string }

export type SelectFieldProps<Value extends string> = FieldCopy & {
  name?: string
  options: readonly SelectOption<Value>[]
  value?: Value | null
  defaultValue?: Value
  onChange?: (value: Value) => void
  onBlur?: () => void
  placeholder?: string
  isDisabled?: boolean
  className?: string
}

/** One choice out of a short list; for a long list use the searchable picker. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, help, error, isOptional, options, onChange, placeholder, className, ...field } = props
  const handleChange = (key: unknown) => {
    const chosen = options.find((option) => option.value === key)
    if (chosen) onChange?.(chosen.value)
  }
  return (
    <Select
      {...field}
      data-field={field.name}
      placeholder={placeholder ?? 'Choose'}
      isInvalid={Boolean(error)}
      onChange={handleChange}
      className={classNames(fieldStyle, className)}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <Button
        className={classNames(
          inputStyle,
          'flex h-9 items-center justify-between gap-2 text-left data-disabled:bg-hover data-disabled:text-soft',
        )}
      >
        <SelectValue className="truncate data-placeholder:text-muted [&_[slot=description]]:hidden" />
        <ChevronsUpDown aria-hidden="true" size={14} className="shrink-0 text-muted" />
      </Button>
      <FieldNotes help={help} error={error} />
      <Popover className={classNames(popoverStyle, 'max-h-72 min-w-(--trigger-width)')}>
        <ListBox items={options} className="outline-none">
          {(option) => <SelectItem option={option} />}
        </ListBox>
      </Popover>
    </Select>
  )
}

function SelectItem({ option }: { option: SelectOption }) {
  return (
    <ListBoxItem id={option.value} textValue={option.label} className={optionStyle}>
      {({ isSelected }) => (
        <>
          <span className="min-w-0 flex-1">
            {option.label}
            {option.description && (
              <span slot="description" className="block text-xs text-muted">
                {option.description}
              </span>
            )}
          </span>
          {isSelected && <Check aria-hidden="true" size={14} className="shrink-0 text-accent-ink" />}
        </>
      )}
    </ListBoxItem>
  )
}
