'use client'

import { useState } from 'react'
import { JsonTree } from '@/components/code/json-tree'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { Panel } from '@/components/ui/panel'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { AlertView } from '@/lib/contracts/alert-view'

const VIEWS = [
  { value: 'tree', label: 'Tree' },
  { value: 'json', label: 'JSON' },
] as const

/** What the detection gave to know about the alert. */
export function AlertContext({ context, isEmptied }: Pick<AlertView, 'context' | 'isEmptied'>) {
  const [view, setView] = useState<(typeof VIEWS)[number]['value']>('tree')
  const text = JSON.stringify(context, null, 2)
  if (Object.keys(context).length === 0) {
    return (
      <Panel title="Context">
        <p className="text-sm text-muted">
          {isEmptied
            ? 'Retention took it. How long it is kept stands in the general settings.'
            : 'The alert brought none.'}
        </p>
      </Panel>
    )
  }
  return (
    <Panel
      title="Context"
      actions={
        <div className="flex items-center gap-2">
          <SegmentedControl label="Show the context as" options={VIEWS} value={view} onChange={setView} />
          <CopyButton text={text} label="Copy context" />
        </div>
      }
    >
      {view === 'tree' ? (
        <JsonTree value={context} label="Context as a tree" />
      ) : (
        <CodeBlock code={text} label="Context as JSON" isWrapped />
      )}
    </Panel>
  )
}
