'use client'

import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { classNames } from './class-names'
import { Field } from './field'
import type { FieldCopy } from './field-parts'

export type ToggleChipsProps<Value extends string> = FieldCopy & {
  name: string
  options: readonly { value: Value; label: string; icon?: ReactNode }[]
  value: readonly Value[]
  /** Receives the chosen values in the order of `options`. */
  onChange: (value: Value[]) => void
  isDisabled?: boolean
}

/** Several choices out of a few, as chips, with "All" and "None". */
export function ToggleChips<Value extends string>(props: ToggleChipsProps<Value>) {
  const { options, value, onChange, isDisabled, ...field } = props
  const choose = (isChosen: (option: Value) => boolean) =>
    onChange(options.map((option) => option.value).filter((option) => isChosen(option)))
  const isAll = value.length === options.length
  return (
    <Field
      {...field}
      aside={
        <>
          <QuickChoice field={field.label} isDisabled={isDisabled || isAll} onPress={() => choose(() => true)}>
            All
          </QuickChoice>
          <QuickChoice
            field={field.label}
            isDisabled={isDisabled || value.length === 0}
            onPress={() => choose(() => false)}
          >
            None
          </QuickChoice>
        </>
      }
    >
      {({ 'aria-invalid': _, ...wiring }) => (
        <ToggleButtonGroup
          {...wiring}
          selectionMode="multiple"
          isDisabled={isDisabled}
          selectedKeys={value}
          onSelectionChange={(keys) => choose((option) => keys.has(option))}
          className="flex flex-wrap gap-1.5"
        >
          {options.map((option) => (
            <Chip key={option.value} {...option} />
          ))}
        </ToggleButtonGroup>
      )}
    </Field>
  )
}

function Chip({ value, label, icon }: { value: string; label: string; icon?: ReactNode }) {
  return (
    <ToggleButton
      id={value}
      className={
        'inline-flex h-7.5 items-center gap-1.5 rounded-md border border-control bg-surface px-2.5 text-sm text-soft transition-colors duration-75 ' +
        'data-hovered:bg-hover data-selected:border-accent-ink data-selected:bg-accent-soft data-selected:text-ink ' +
        'data-disabled:cursor-not-allowed data-disabled:text-muted'
      }
    >
      {({ isSelected }) => (
        <>
          {icon}
          {label}
          <Check
            aria-hidden="true"
            size={12}
            strokeWidth={3}
            className={classNames('text-accent-ink', !isSelected && 'invisible')}
          />
        </>
      )}
    </ToggleButton>
  )
}

type QuickChoiceProps = { field: string; isDisabled?: boolean; onPress: () => void; children: string }

function QuickChoice({ field, isDisabled, onPress, children }: QuickChoiceProps) {
  return (
    <Button
      aria-label={`${children}: ${field}`}
      isDisabled={isDisabled}
      onPress={onPress}
      className="rounded-xs text-xs text-accent-ink hover:underline data-disabled:cursor-default data-disabled:text-muted data-disabled:no-underline"
    >
      {children}
    </Button>
  )
}
