'use client'

import { Check } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu'
import { classNames } from './class-names'
import { optionStyle, popoverStyle } from './list-style'
import { SearchField } from './search-field'

/** More options than this can be searched. */
const SEARCHED_FROM = 9

export type ChoiceMenuProps<Value extends string> = {
  /** Names the menu. */
  label: string
  options: readonly { value: Value; label: string; icon?: ReactNode }[]
  value: Value
  onChange: (value: Value) => void
  /** The button that opens it and says what is chosen. */
  children: ReactElement
}

/** One choice out of a list, behind a button; it takes effect as it is made. */
export function ChoiceMenu<Value extends string>(props: ChoiceMenuProps<Value>) {
  const { contains } = useFilter({ sensitivity: 'base' })
  return (
    <MenuTrigger>
      {props.children}
      <Popover
        placement="bottom start"
        offset={4}
        className={classNames(popoverStyle, 'flex max-h-80 min-w-44 flex-col')}
      >
        {props.options.length < SEARCHED_FROM ? (
          <Options {...props} />
        ) : (
          <Autocomplete filter={contains}>
            <SearchField label={`Find in ${props.label.toLowerCase()}`} autoFocus className="mb-1" />
            <Options {...props} />
          </Autocomplete>
        )}
      </Popover>
    </MenuTrigger>
  )
}

function Options<Value extends string>({ label, options, value, onChange }: Omit<ChoiceMenuProps<Value>, 'children'>) {
  return (
    <AriaMenu
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys !== 'all' && keys.has(option.value))
        if (chosen && chosen.value !== value) onChange(chosen.value)
      }}
      renderEmptyState={() => <p className="px-2 py-1.5 text-sm text-muted">None matches.</p>}
      className="min-h-0 overflow-y-auto outline-none"
    >
      {options.map((option) => (
        <MenuItem key={option.value} id={option.value} textValue={option.label} className={optionStyle}>
          {({ isSelected }) => (
            <>
              {option.icon}
              <span className="min-w-0 flex-1 truncate">{option.label}</span>
              <Check
                aria-hidden="true"
                size={14}
                className={classNames('text-accent-ink', !isSelected && 'invisible')}
              />
            </>
          )}
        </MenuItem>
      ))}
    </AriaMenu>
  )
}
