'use client'

import { RadioGroup as AriaRadioGroup, Radio } from 'react-aria-components/RadioGroup'
import { classNames } from './class-names'
import { type FieldCopy, FieldLabel, FieldNotes, fieldStyle } from './field-parts'
import type { SelectOption } from './select-field'

export type RadioGroupProps<Value extends string> = FieldCopy & {
  name?: string
  options: readonly SelectOption<Value>[]
  value?: Value
  defaultValue?: Value
  onChange?: (value: Value) => void
  isDisabled?: boolean
  className?: string
}

/** One choice out of a few, all of them in view with their explanations. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, help, error, isOptional, options, onChange, className, ...group } = props
  return (
    <AriaRadioGroup
      {...group}
      data-field={group.name}
      isInvalid={Boolean(error)}
      onChange={(value) => onChange?.(value as Value)}
      className={classNames(fieldStyle, className)}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <div className="flex flex-col gap-2">
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            className="group/radio flex items-start gap-2 text-base data-disabled:text-muted"
          >
            <span
              className={
                'mt-0.5 size-4 shrink-0 rounded-full border border-control bg-surface transition-colors duration-75 group-data-hovered/radio:border-muted ' +
                'group-data-selected/radio:border-[5px] group-data-selected/radio:border-accent ' +
                'group-data-focus-visible/radio:outline-2 group-data-focus-visible/radio:outline-offset-2 group-data-focus-visible/radio:outline-accent-ink'
              }
            />
            <span className="min-w-0">
              {option.label}
              {option.description && <span className="block text-sm text-muted">{option.description}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes help={help} error={error} />
    </AriaRadioGroup>
  )
}
