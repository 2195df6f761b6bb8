'use client'

import { Check } from 'lucide-react'
import type { RefObject } from 'react'
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { classNames } from './class-names'
import { groupItems, type PickerItem } from './entries'
import { groupHeaderStyle, optionStyle, popoverStyle } from './list-style'

export type PickerListProps = {
  /** The box the list hangs from. */
  trigger: RefObject<HTMLElement | null>
  items: readonly PickerItem[]
  /** How many match; when more than `items`, the list says so. */
  total: number
  text: string
  allowsFreeEntry?: boolean
}

/** The list below a searchable picker. */
export function PickerList({ trigger, items, total, text, allowsFreeEntry }: PickerListProps) {
  return (
    <Popover
      triggerRef={trigger}
      offset={4}
      className={classNames(popoverStyle, 'flex max-h-80 w-(--trigger-width) min-w-64 flex-col p-0')}
    >
      <ListBox
        items={groupItems(items)}
        renderEmptyState={() => (
          <p className="px-2 py-1.5 text-sm text-muted">
            {allowsFreeEntry && text ? `Press Enter to add ${text.trim()}` : 'Nothing matches'}
          </p>
        )}
        className="min-h-0 flex-1 overflow-auto p-1 outline-none"
      >
        {({ group, items: members }) => (
          <ListBoxSection id={`group:${group}`} aria-label={group || 'Choices'}>
            {group && <Header className={groupHeaderStyle}>{group}</Header>}
            <Collection items={members}>{(item) => <PickerOption item={item} />}</Collection>
          </ListBoxSection>
        )}
      </ListBox>
      {total > items.length && (
        <p className="border-t px-3 py-1.5 text-xs text-muted tabular-nums">
          {items.length} of {total} shown. Type to narrow the list.
        </p>
      )}
    </Popover>
  )
}

function PickerOption({ item }: { item: PickerItem }) {
  return (
    <ListBoxItem id={item.value} textValue={item.label} className={optionStyle}>
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
