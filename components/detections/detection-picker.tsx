'use client'

import { useQuery } from '@tanstack/react-query'
import { ChevronsUpDown } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { SeverityShape } from '@/components/marks/severity-mark'
import { classNames } from '@/components/ui/class-names'
import { FieldLabel, FieldNotes, fieldStyle, inputStyle } from '@/components/ui/field-parts'
import { optionStyle, popoverStyle } from '@/components/ui/list-style'
import type { DetectionRowView } from '@/lib/contracts/detection'
import { NO_DETECTION_FILTERS } from './list-search'
import { detectionListQuery } from './queries'

type Props = { value: string | null; onChange: (id: string) => void; error?: string; help?: string }

/** One detection, found by a part of its name or id. */
export function DetectionPicker({ value, onChange, error, help }: Props) {
  const [text, setText] = useState(value ?? '')
  const search = text === value ? '' : text.trim()
  const found = useQuery(detectionListQuery({ ...NO_DETECTION_FILTERS, q: search }))
  return (
    <ComboBox
      data-field="detection"
      items={found.data?.rows ?? []}
      value={value}
      inputValue={text}
      onInputChange={setText}
      onChange={(key) => key !== null && onChange(String(key))}
      menuTrigger="focus"
      allowsEmptyCollection
      isInvalid={Boolean(error)}
      className={fieldStyle}
    >
      <FieldLabel label="Detection" isOptional />
      <span className="relative flex">
        <Input placeholder="Find a detection" className={classNames(inputStyle, 'h-9 pr-9')} />
        <Button className="absolute inset-y-0 right-1 my-auto grid size-7 place-items-center rounded-sm text-muted">
          <ChevronsUpDown aria-hidden="true" size={14} />
        </Button>
      </span>
      <FieldNotes help={help} error={error} />
      <Popover className={classNames(popoverStyle, 'max-h-80 w-(--trigger-width)')}>
        <ListBox<DetectionRowView>
          className="outline-none"
          renderEmptyState={() => (
            <p className="px-2 py-1.5 text-sm text-muted">{emptyText(found.isPending, found.error)}</p>
          )}
        >
          {(row) => (
            <ListBoxItem id={row.id} textValue={row.id} className={optionStyle}>
              <SeverityShape severity={row.severity} />
              <span className="min-w-0">
                <span className="block truncate">{row.displayName}</span>
                <span className="block truncate font-mono text-xs text-muted">{row.id}</span>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

function emptyText(isPending: boolean, error: Error | null): string {
  if (error) return error.message
  return isPending ? 'Searching' : 'No detection matches'
}
