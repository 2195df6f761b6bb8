'use client'

import { Check, Plus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Selection } from 'react-aria-components/ListBox'
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { classNames } from './class-names'
import { filterItems, groupItems, type PickerItem } from './entries'
import { groupHeaderStyle, optionStyle } from './list-style'

const SHOWN_MAX = 100
const ADD_KEY = 'add:'

export type PickerListProps = {
  label: string
  items: readonly PickerItem[]
  value: readonly string[]
  text: string
  allowsFreeEntry?: boolean
  /** Upper and lower case are different names. */
  isExact?: boolean
  onChoose: (value: string[]) => void
  onAdd: () => void
}

/** The list below a searchable picker; it stands in the page so that it never covers what follows in reading order. */
export function PickerList(props: PickerListProps) {
  const { label, items, value, text, allowsFreeEntry, isExact, onChoose, onAdd } = props
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const matches = filterItems(items, text)
  const typed = text.trim()
  const isItem = ({ value, label }: PickerItem) => value === typed || label === typed
  const hasTwin = matches.some(({ value }) => value.toLowerCase() === typed.toLowerCase())
  const isKnown = isExact ? matches.some(isItem) : hasTwin
  const add = allowsFreeEntry && typed !== '' && !isKnown && <AddOption typed={typed} />
  const handleSelection = (keys: Selection) => {
    if (keys === 'all') return
    if (keys.has(ADD_KEY)) onAdd()
    else onChoose([...keys].map(String))
  }
  return (
    <div ref={box} className="absolute inset-x-0 top-full z-30 mt-1 min-w-64 rounded-lg border bg-raised shadow-raised">
      <ListBox
        aria-label={`${label}: choices`}
        selectionMode="multiple"
        escapeKeyBehavior="none"
        selectedKeys={value}
        onSelectionChange={handleSelection}
        renderEmptyState={() => <p className="px-2 py-1.5 text-sm text-muted">Nothing matches</p>}
        className="max-h-72 overflow-auto p-1 outline-none"
      >
        {/* Enter takes the first: what was typed, where only its case differs from an item. */}
        {hasTwin && add}
        <Collection items={groupItems(matches.slice(0, SHOWN_MAX))}>
          {({ group, items: members }) => (
            <ListBoxSection id={`group:${group}`} aria-label={group || label}>
              {group && <Header className={groupHeaderStyle}>{group}</Header>}
              <Collection items={members}>{(item) => <PickerOption id={item.value} item={item} />}</Collection>
            </ListBoxSection>
          )}
        </Collection>
        {!hasTwin && add}
      </ListBox>
      {matches.length > SHOWN_MAX && (
        <p className="border-t px-3 py-1.5 text-xs text-muted tabular-nums">
          {SHOWN_MAX} of {matches.length} shown. Type to narrow the list.
        </p>
      )}
    </div>
  )
}

function AddOption({ typed }: { typed: string }) {
  return (
    <ListBoxItem id={ADD_KEY} textValue={typed} className={optionStyle}>
      <Plus aria-hidden="true" size={14} className="shrink-0 text-muted" />
      <span className="min-w-0 truncate">
        Add <span className="font-medium">{typed}</span>
      </span>
    </ListBoxItem>
  )
}

function PickerOption({ id, item }: { id: string; item: PickerItem }) {
  return (
    <ListBoxItem id={id} textValue={item.label} className={classNames(optionStyle, 'min-h-7')}>
      {({ isSelected }) => (
        <>
          <span className="min-w-0 flex-1">
            <span className="block truncate">{item.label}</span>
            {item.description && <span className="block truncate text-xs text-muted">{item.description}</span>}
          </span>
          {isSelected && <Check aria-hidden="true" size={14} className="shrink-0 text-accent-ink" />}
        </>
      )}
    </ListBoxItem>
  )
}
