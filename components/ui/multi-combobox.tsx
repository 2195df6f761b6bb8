'use client'

import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { classNames } from './class-names'
import { type EntryRules, filterItems, readEntries, splitEntries } from './entries'
import { Field } from './field'
import type { FieldCopy } from './field-parts'
import { PickerList } from './picker-list'
import { PickerTokens } from './picker-tokens'

const SHOWN_MAX = 100

export type MultiComboboxProps = FieldCopy &
  EntryRules & {
    name: string
    value: readonly string[]
    onChange: (value: string[]) => void
    placeholder?: string
    isDisabled?: boolean
  }

/** A searchable picker of many: type to filter, Enter to choose, paste a list, Backspace to take the last one away. */
export function MultiCombobox(props: MultiComboboxProps) {
  const { name, label, help, error, isOptional, items, value, onChange, placeholder, isDisabled, ...rules } = props
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState<string>()
  const box = useRef<HTMLDivElement>(null)
  const matches = filterItems(items, text)

  const add = (entries: string[]) => {
    const { values, refused } = readEntries(entries, { items, ...rules })
    onChange([...new Set([...value, ...values])])
    setRefusal(refusalOf(refused, rules.entryProblem))
    setText(values.length === 0 ? refused.join(', ') : '')
  }
  const handleKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const hasFocusedOption = event.currentTarget.hasAttribute('aria-activedescendant')
    if (event.key === 'Enter' && text.trim() !== '' && !hasFocusedOption) {
      event.preventDefault()
      event.stopPropagation()
      add(splitEntries(text))
    }
    if (event.key === 'Backspace' && text === '') onChange(value.slice(0, -1))
  }
  const handlePaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const entries = splitEntries(event.clipboardData.getData('text'))
    if (entries.length < 2) return
    event.preventDefault()
    add(entries)
  }
  const handleInput = (next: string) => {
    setText(next)
    setRefusal(undefined)
  }

  return (
    <Field
      {...{ name, label, help, error, isOptional }}
      aside={
        value.length > 0 && (
          <Chosen count={value.length} label={label} isDisabled={isDisabled} onClear={() => onChange([])} />
        )
      }
    >
      {(wiring) => (
        <>
          <div
            ref={box}
            className={classNames(boxStyle, error ? 'border-danger-ink' : 'border-control', isDisabled && 'bg-hover')}
          >
            <PickerTokens label={label} items={items} value={value} onChange={onChange} isDisabled={isDisabled} />
            <ComboBox
              {...wiring}
              aria-invalid={undefined}
              selectionMode="multiple"
              menuTrigger="focus"
              allowsEmptyCollection
              allowsCustomValue
              isDisabled={isDisabled}
              isInvalid={Boolean(error)}
              value={value}
              onChange={(keys) => {
                onChange(keys.map(String))
                setText('')
              }}
              inputValue={text}
              onInputChange={handleInput}
              onBlur={() => rules.allowsFreeEntry && text.trim() !== '' && add(splitEntries(text))}
              className="flex min-w-32 flex-1"
            >
              <Input
                onKeyDownCapture={handleKeyDown}
                onPaste={handlePaste}
                placeholder={value.length === 0 ? placeholder : undefined}
                className="h-6.5 w-full bg-transparent px-1 text-base outline-none disabled:cursor-not-allowed"
              />
              <PickerList
                trigger={box}
                items={matches.slice(0, SHOWN_MAX)}
                total={matches.length}
                text={text}
                allowsFreeEntry={rules.allowsFreeEntry}
              />
            </ComboBox>
          </div>
          <p role="status" className={refusal ? 'text-sm text-warning-ink' : 'sr-only'}>
            {refusal}
          </p>
        </>
      )}
    </Field>
  )
}

const boxStyle =
  'flex max-h-44 min-h-9 flex-wrap items-center gap-1 overflow-y-auto rounded-md border bg-surface p-1 shadow-control ' +
  'transition-colors duration-75 hover:border-muted focus-within:border-accent-ink focus-within:outline-2 focus-within:-outline-offset-1 ' +
  'focus-within:outline-accent-ink'

function refusalOf(refused: string[], entryProblem: EntryRules['entryProblem']): string | undefined {
  const [first] = refused
  if (first === undefined) return undefined
  const problem = entryProblem?.(first)
  return `Not added: ${refused.join(', ')}.${problem ? ` ${problem}` : ' It is not in the list.'}`
}

type ChosenProps = { count: number; label: string; isDisabled?: boolean; onClear: () => void }

function Chosen({ count, label, isDisabled, onClear }: ChosenProps) {
  return (
    <>
      <span className="text-xs text-muted tabular-nums">{count} chosen</span>
      <button
        type="button"
        disabled={isDisabled}
        aria-label={`Clear: ${label}`}
        onClick={onClear}
        className="rounded-xs text-xs text-accent-ink hover:underline disabled:text-muted"
      >
        Clear
      </button>
    </>
  )
}
