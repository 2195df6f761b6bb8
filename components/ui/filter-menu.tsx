'use client'

import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu'
import { Button } from './button'
import { classNames } from './class-names'
import { optionStyle, popoverStyle } from './list-style'

export type FilterMenuProps<Value extends string> = {
  label: string
  options: readonly { value: Value; label: string; icon?: ReactNode }[]
  value: readonly Value[]
  /** Receives the chosen values in the order of `options`. */
  onChange: (value: Value[]) => void
}

/** A filter of a list: a button that says what is chosen, and a menu of many that stays open while choosing. */
export function FilterMenu<Value extends string>({ label, options, value, onChange }: FilterMenuProps<Value>) {
  const chosen = options.filter((option) => value.includes(option.value))
  const [first] = chosen
  const summary = chosen.length === 1 ? first?.label : `${chosen.length} chosen`
  return (
    <MenuTrigger>
      <Button className={classNames('font-normal', chosen.length > 0 && 'border-accent-ink! bg-accent-soft!')}>
        <span className={chosen.length > 0 ? 'text-soft' : undefined}>{label}</span>
        {chosen.length > 0 && <span className="font-medium">{summary}</span>}
        <ChevronDown aria-hidden="true" size={14} className="text-muted" />
      </Button>
      <Popover placement="bottom start" offset={4} className={classNames(popoverStyle, 'min-w-44')}>
        <AriaMenu
          aria-label={label}
          selectionMode="multiple"
          shouldCloseOnSelect={false}
          selectedKeys={value}
          onSelectionChange={(keys) =>
            onChange(options.map((option) => option.value).filter((option) => keys === 'all' || keys.has(option)))
          }
          className="outline-none"
        >
          {options.map((option) => (
            <MenuItem key={option.value} id={option.value} textValue={option.label} className={optionStyle}>
              {({ isSelected }) => (
                <>
                  {option.icon}
                  <span className="flex-1">{option.label}</span>
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
      </Popover>
    </MenuTrigger>
  )
}
