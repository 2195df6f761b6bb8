'use client'

import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Autocomplete, SelectableCollectionContext } from 'react-aria-components/Autocomplete'
import { Input } from 'react-aria-components/Input'
import { TextField } from 'react-aria-components/TextField'
import { classNames } from './class-names'
import type { PickerItem } from './entries'
import type { FieldWiring } from './field'
import { PickerList } from './picker-list'

export type PickerInputProps = {
  wiring: FieldWiring
  label: string
  items: readonly PickerItem[]
  value: readonly string[]
  text: string
  placeholder?: string
  isDisabled?: boolean
  allowsFreeEntry?: boolean
  isExact?: boolean
  tokens: ReactNode
  onText: (text: string) => void
  onChoose: (value: string[]) => void
  onAdd: () => void
  onKeyDown: (event: KeyboardEvent) => void
  onPaste: (event: ClipboardEvent) => void
}

const boxStyle =
  'flex max-h-44 min-h-9 flex-wrap items-center gap-1 overflow-y-auto rounded-md border bg-surface p-1 shadow-control ' +
  'transition-colors duration-75 hover:border-muted has-[input:focus]:border-accent-ink has-[input:focus]:outline-2 ' +
  'has-[input:focus]:-outline-offset-1 has-[input:focus]:outline-accent-ink'

/** The box of a searchable picker: tokens, the text, and below them the list while the text has the focus. */
export function PickerInput(props: PickerInputProps) {
  const { wiring, text, placeholder, isDisabled, tokens, onText, onAdd, onKeyDown, onPaste } = props
  const [isOpen, setIsOpen] = useState(false)
  const picker = useRef<HTMLDivElement>(null)
  const { id, 'aria-invalid': isInvalid, ...naming } = wiring

  const handleKeyDown = (event: KeyboardEvent) => {
    onKeyDown(event)
    if (event.key === 'Escape' && isOpen) event.stopPropagation()
    setIsOpen(event.key !== 'Escape' && event.key !== 'Tab')
  }
  const handleBlur = (event: FocusEvent) => {
    if (picker.current?.contains(event.relatedTarget)) return
    setIsOpen(false)
    if (props.allowsFreeEntry && text.trim() !== '') onAdd()
  }
  return (
    <Autocomplete inputValue={text} onInputChange={onText}>
      <div ref={picker} className="relative">
        <div
          className={classNames(boxStyle, isInvalid ? 'border-danger-ink' : 'border-control', isDisabled && 'bg-hover')}
        >
          {/* Without this the tokens, not the list, would be what the text searches. */}
          <SelectableCollectionContext value={null}>{tokens}</SelectableCollectionContext>
          <TextField {...naming} id={id} isDisabled={isDisabled} isInvalid={isInvalid} className="flex min-w-24 flex-1">
            <Input
              role="combobox"
              aria-expanded={isOpen}
              aria-autocomplete="list"
              placeholder={props.value.length === 0 ? placeholder : undefined}
              onKeyDownCapture={handleKeyDown}
              onPaste={onPaste}
              onClick={() => setIsOpen(true)}
              onFocus={() => setIsOpen(true)}
              onBlur={handleBlur}
              className="h-6.5 w-full bg-transparent px-1 text-base outline-none disabled:cursor-not-allowed"
            />
          </TextField>
        </div>
        {isOpen && <PickerList {...props} />}
      </div>
    </Autocomplete>
  )
}
