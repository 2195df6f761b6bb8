'use client'

import { Check, Minus } from 'lucide-react'
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox'

export type CheckboxProps = Omit<AriaCheckboxProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  /** Names it for screen readers; what it is about stands beside it. */
  label: string
}

const boxStyle =
  'grid size-4 place-items-center rounded-sm border border-control bg-surface text-transparent transition-colors duration-75 ' +
  'group-data-hovered:border-ink group-data-selected:border-accent group-data-selected:bg-accent group-data-selected:text-on-accent ' +
  'group-data-indeterminate:border-accent group-data-indeterminate:bg-accent group-data-indeterminate:text-on-accent ' +
  'group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-accent-ink'

/** Chosen or not, for example a row of a table; the area that can be pressed is larger than the box. */
export function Checkbox({ label, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} aria-label={label} className="group grid size-7 cursor-pointer place-items-center">
      {({ isIndeterminate }) => {
        const Mark = isIndeterminate ? Minus : Check
        return (
          <span className={boxStyle}>
            <Mark aria-hidden="true" size={12} strokeWidth={3} />
          </span>
        )
      }}
    </AriaCheckbox>
  )
}
