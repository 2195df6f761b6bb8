'use client'

import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { buttonStyle } from './button-style'
import { classNames } from './class-names'

export type FilterToggleProps = {
  isOn: boolean
  onChange: (isOn: boolean) => void
  icon?: ReactNode
  children: ReactNode
}

/** A filter of a list that is on or off; it stands among filter menus and looks like them. */
export function FilterToggle({ isOn, onChange, icon, children }: FilterToggleProps) {
  return (
    <ToggleButton
      isSelected={isOn}
      onChange={onChange}
      className={classNames(
        buttonStyle('secondary', 'md'),
        'font-normal data-selected:border-accent-ink data-selected:bg-accent-soft data-selected:font-medium',
      )}
    >
      {icon}
      {children}
    </ToggleButton>
  )
}
