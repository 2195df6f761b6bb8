'use client'

import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox'
import { classNames } from './class-names'

export type CheckboxProps = Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> & {
  /** Its words; without them `aria-label` is required. */
  children?: ReactNode
  description?: ReactNode
  className?: string
}

/** A box to tick; `isIndeterminate` shows a dash. */
export function Checkbox({ children, description, className, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox
      {...props}
      className={classNames('group flex items-start gap-2 text-base data-disabled:text-muted', className)}
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span
            className={classNames(
              'mt-0.5 grid size-4 shrink-0 place-items-center rounded-sm border transition-colors duration-75 ' +
                'group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-accent-ink',
              isSelected || isIndeterminate
                ? 'border-accent bg-accent text-on-accent group-data-disabled:border-muted group-data-disabled:bg-muted'
                : 'border-control bg-surface group-data-hovered:border-muted',
            )}
          >
            {isIndeterminate ? (
              <Minus aria-hidden="true" size={12} strokeWidth={3} />
            ) : (
              isSelected && <Check aria-hidden="true" size={12} strokeWidth={3} />
            )}
          </span>
          {children && (
            <span className="min-w-0">
              {children}
              {description && <span className="block text-sm text-muted">{description}</span>}
            </span>
          )}
        </>
      )}
    </AriaCheckbox>
  )
}
