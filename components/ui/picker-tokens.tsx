'use client'

import { X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup'
import type { PickerItem } from './entries'

export type PickerTokensProps = {
  label: string
  items: readonly PickerItem[]
  value: readonly string[]
  onChange: (value: string[]) => void
  isDisabled?: boolean
}

/** The chosen values as tokens: arrow keys move among them, Delete removes. */
export function PickerTokens({ label, items, value, onChange, isDisabled }: PickerTokensProps) {
  if (value.length === 0) return null
  const labels = new Map(items.map((item) => [item.value, item.label]))
  const tokens = value.map((id) => ({ id, label: labels.get(id) ?? id }))
  return (
    <TagGroup
      aria-label={`${label}: chosen`}
      onRemove={isDisabled ? undefined : (keys) => onChange(value.filter((id) => !keys.has(id)))}
      className="contents"
    >
      <TagList items={tokens} className="contents">
        {(token) => (
          <Tag
            textValue={token.label}
            className="flex h-6.5 max-w-full cursor-default items-center gap-0.5 rounded-sm border border-line bg-hover pr-0.5 pl-2 text-sm text-ink data-focus-visible:outline-offset-0"
          >
            <span className="truncate">{token.label}</span>
            {!isDisabled && (
              <Button
                slot="remove"
                className="grid size-5 shrink-0 place-items-center rounded-xs text-muted hover:bg-pressed hover:text-ink"
              >
                <X aria-hidden="true" size={12} />
              </Button>
            )}
          </Tag>
        )}
      </TagList>
    </TagGroup>
  )
}
