'use client'

import { MultiCombobox } from '@/components/ui/multi-combobox'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { DynamicAnswer, DynamicAnswerKind } from './dynamic-answer'

const OPTIONS: readonly { value: DynamicAnswerKind; label: string }[] = [
  { value: 'nothing', label: 'Nothing' },
  { value: 'list', label: 'A list' },
  { value: 'empty', label: '[ ]' },
  { value: 'skip', label: 'SKIP' },
  { value: 'raises', label: 'Raises' },
]

const HELP: Record<DynamicAnswerKind, string> = {
  nothing: 'It is not defined, or returns None.',
  list: 'Display names or ids, matched exactly.',
  empty: 'An empty list: the workspace’s general settings say what that does.',
  skip: 'The alert goes nowhere.',
  raises: 'Or it returns something that is no list of strings: a fault, and routing goes on.',
}

type Props = {
  value: DynamicAnswer
  onChange: (answer: DynamicAnswer) => void
  choices: readonly { displayName: string; type: string }[]
}

/** What `destinations()` is supposed to give, to see in the receipt what comes of it. */
export function DynamicAnswerField({ value, onChange, choices }: Props) {
  const items = choices.map(({ displayName, type }) => ({ value: displayName, label: displayName, description: type }))
  return (
    <div className="grid gap-2" data-field="returns">
      <p className="text-sm font-medium" aria-hidden="true">
        If <code className="font-mono text-xs">destinations()</code> returns
      </p>
      <SegmentedControl
        label="If destinations() returns"
        options={OPTIONS}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind })}
      />
      <p className="text-sm text-muted text-pretty">{HELP[value.kind]}</p>
      {value.kind === 'list' && (
        <MultiCombobox
          name="entries"
          label="Entries of the list"
          items={items}
          value={value.entries}
          onChange={(entries) => onChange({ ...value, entries })}
          placeholder="Display names or ids"
          allowsFreeEntry
          isExact
        />
      )}
    </div>
  )
}
