'use client'

import { Minus, Plus } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components/NumberField'
import { classNames } from './class-names'
import { type FieldCopy, FieldLabel, FieldNotes, fieldStyle, inputStyle } from './field-parts'

export type NumberFieldProps = FieldCopy &
  Omit<AriaNumberFieldProps, 'className' | 'style' | 'children' | 'isInvalid' | 'validate'> & { className?: string }

const stepStyle =
  'grid h-9 w-9 place-items-center border border-control bg-surface text-soft hover:bg-hover data-disabled:text-muted'

/** A number with steps; the unit belongs in the label or in `formatOptions`. */
export function NumberField({ label, help, error, isOptional, className, ...field }: NumberFieldProps) {
  return (
    <AriaNumberField
      {...field}
      data-field={field.name}
      isInvalid={Boolean(error)}
      className={classNames(fieldStyle, className)}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <Group className="flex w-44">
        <Button slot="decrement" className={classNames(stepStyle, 'rounded-l-md border-r-0')}>
          <Minus aria-hidden="true" size={14} />
        </Button>
        <Input className={classNames(inputStyle, 'h-9 rounded-none text-center tabular-nums')} />
        <Button slot="increment" className={classNames(stepStyle, 'rounded-r-md border-l-0')}>
          <Plus aria-hidden="true" size={14} />
        </Button>
      </Group>
      <FieldNotes help={help} error={error} />
    </AriaNumberField>
  )
}
