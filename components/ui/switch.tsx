'use client'

import type { ReactNode } from 'react'
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch'
import { classNames } from './class-names'

export type SwitchProps = Omit<AriaSwitchProps, 'className' | 'style' | 'children'> & {
  children: ReactNode
  description?: ReactNode
  className?: string
}

/** On or off, taking effect at once. */
export function Switch({ children, description, className, ...props }: SwitchProps) {
  return (
    <AriaSwitch
      {...props}
      className={classNames('group flex items-start gap-2.5 text-base data-disabled:text-muted', className)}
    >
      <span
        className={
          'mt-px flex h-[18px] w-8 shrink-0 rounded-full border border-control bg-pressed p-[2px] transition-colors duration-100 ' +
          'group-data-selected:border-accent group-data-selected:bg-accent group-data-disabled:opacity-60 ' +
          'group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-accent-ink'
        }
      >
        <span className="size-3 rounded-full bg-control transition-transform duration-100 group-data-selected:translate-x-3.5 group-data-selected:bg-on-accent" />
      </span>
      <span className="min-w-0">
        {children}
        {description && <span className="block text-sm text-muted">{description}</span>}
      </span>
    </AriaSwitch>
  )
}
