'use client'

import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import { type EntryRules, readEntries, splitEntries } from './entries'
import { Field } from './field'
import type { FieldCopy } from './field-parts'
import { PickerInput } from './picker-input'
import { PickerTokens } from './picker-tokens'

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

  const change = (next: readonly string[]) => {
    onChange([...new Set(next)])
    setText('')
    setRefusal(undefined)
  }
  const add = (entries: string[]) => {
    const { values, refused } = readEntries(entries, { items, ...rules })
    change([...value, ...values])
    setText(refused.join(', '))
    setRefusal(refusalOf(refused, rules.entryProblem))
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && text === '' && value.length > 0) change(value.slice(0, -1))
  }
  const handlePaste = (event: ClipboardEvent) => {
    const entries = splitEntries(event.clipboardData.getData('text'))
    if (entries.length < 2) return
    event.preventDefault()
    add(entries)
  }

  return (
    <Field
      {...{ name, label, help, error, isOptional }}
      aside={value.length > 0 && <Chosen {...{ label, isDisabled }} count={value.length} onClear={() => change([])} />}
    >
      {(wiring) => (
        <>
          <PickerInput
            {...{ wiring, label, items, value, text, placeholder, isDisabled }}
            allowsFreeEntry={rules.allowsFreeEntry}
            isExact={rules.isExact}
            tokens={<PickerTokens {...{ label, items, value, isDisabled }} onChange={change} />}
            onText={setText}
            onChoose={change}
            onAdd={() => add(splitEntries(text))}
            onKeyDown={handleKeyDown}
            onPaste={handlePaste}
          />
          <p role="status" className={refusal ? 'text-sm text-warning-ink' : 'sr-only'}>
            {refusal}
          </p>
        </>
      )}
    </Field>
  )
}

function refusalOf(refused: string[], entryProblem: EntryRules['entryProblem']): string | undefined {
  const [first] = refused
  if (first === undefined) return undefined
  return `Not added: ${refused.join(', ')}. ${entryProblem?.(first) ?? 'It is not in the list.'}`
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
