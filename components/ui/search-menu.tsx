'use client'

import { Check, ChevronDown } from 'lucide-react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu'
import { Button } from './button'
import { classNames } from './class-names'
import type { PickerItem } from './entries'
import { optionStyle, popoverStyle } from './list-style'
import { SearchField } from './search-field'

export type SearchMenuProps = {
  label: string
  /** What the text finds; the caller searches. */
  items: readonly PickerItem[]
  value: readonly string[]
  onChange: (value: string[]) => void
  /** Takes one or none rather than any number. */
  isSingle?: boolean
  /** What is chosen, where its value does not say it. */
  summary?: string
  text: string
  onText: (text: string) => void
  isSearching?: boolean
}

/** A filter of a list whose choices are too many to show: a button that says what is chosen, and a menu with a search. */
export function SearchMenu(props: SearchMenuProps) {
  const { label, value, summary, text, onText } = props
  const chosen = value.length > 1 ? `${value.length} chosen` : (summary ?? value[0])
  return (
    <MenuTrigger onOpenChange={() => onText('')}>
      <Button className={classNames('font-normal', value.length > 0 && 'border-accent-ink! bg-accent-soft!')}>
        <span className={value.length > 0 ? 'text-soft' : undefined}>{label}</span>
        {value.length > 0 && <span className="max-w-40 truncate font-medium">{chosen}</span>}
        <ChevronDown aria-hidden="true" size={14} className="text-muted" />
      </Button>
      <Popover placement="bottom start" offset={4} className={classNames(popoverStyle, 'flex max-h-80 w-72 flex-col')}>
        <Autocomplete inputValue={text} onInputChange={onText}>
          <SearchField label={`Find: ${label.toLowerCase()}`} placeholder="Find" autoFocus className="mb-1" />
          <Choices {...props} />
        </Autocomplete>
      </Popover>
    </MenuTrigger>
  )
}

function Choices({ label, items, value, onChange, isSingle, isSearching }: SearchMenuProps) {
  // What is chosen stays in reach when the text finds other things.
  const found = new Set(items.map((item) => item.value))
  const shown: PickerItem[] = [
    ...value.filter((each) => !found.has(each)).map((each) => ({ value: each, label: each })),
    ...items,
  ]
  return (
    <AriaMenu
      aria-label={label}
      selectionMode={isSingle ? 'single' : 'multiple'}
      selectedKeys={value}
      onSelectionChange={(keys) => keys !== 'all' && onChange([...keys].map(String))}
      renderEmptyState={() => (
        <p className="px-2 py-1.5 text-sm text-muted">{isSearching ? 'Searching' : 'Nothing matches'}</p>
      )}
      className="min-h-0 overflow-y-auto outline-none"
    >
      {shown.map((item) => (
        <MenuItem key={item.value} id={item.value} textValue={item.label} className={optionStyle}>
          {({ isSelected }) => (
            <>
              <span className="min-w-0 flex-1">
                <span className="block truncate">{item.label}</span>
                {item.description && <span className="block truncate text-xs text-muted">{item.description}</span>}
              </span>
              <Check
                aria-hidden="true"
                size={14}
                className={classNames('shrink-0 text-accent-ink', !isSelected && 'invisible')}
              />
            </>
          )}
        </MenuItem>
      ))}
    </AriaMenu>
  )
}
