'use client'

import { useState, useTransition } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { settle } from '@/components/attempt/settle'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { RelativeTime } from '@/components/ui/relative-time'
import type { DestinationView, RevisionView } from '@/lib/contracts/destination'
import type { DestinationTypeView } from '@/lib/contracts/destination-type'
import type { ActionResult } from '@/lib/contracts/result'
import type { DestinationChoice } from '../pickers/destination-choice'
import { type Difference, differences } from './destination-facts'
import { type DestinationValues, savedValues } from './destination-values'

/** What is saved now, and the history of how it came to be. */
export type Theirs = { saved: DestinationView; revisions: RevisionView[] }
export type LoadTheirs = (id: string) => Promise<ActionResult<Theirs>>

export type EditConflictProps = {
  type: Pick<DestinationTypeView, 'fields'>
  opened: DestinationView
  /** Every destination: what a fallback is called. */
  choices: readonly DestinationChoice[]
  /** The version that the edit began at. */
  version: number | undefined
  load: LoadTheirs
  message: string
  isSaving: boolean
  onSaveOver: (theirVersion: number) => void
  onTakeTheirs: (values: DestinationValues, theirVersion: number) => void
}

/** Somebody else saved first: what they changed, beside what was typed here, and the choice between the two. */
export function EditConflict(props: EditConflictProps) {
  const { type, opened, version = opened.version, load, message, isSaving } = props
  const [result, setResult] = useState<ActionResult<Theirs>>()
  const [isLoading, startLoading] = useTransition()
  const theirs = result?.ok ? result.value : undefined
  const show = () => startLoading(async () => setResult(await settle(load(opened.id))))
  return (
    <Callout tone="warning" title="Somebody else saved first" isAnnounced>
      <div className="flex flex-col gap-3">
        <p>{message}</p>
        {result?.ok === false && <p className="text-danger-ink">{result.error.message}</p>}
        {theirs && <Comparison type={type} choices={props.choices} theirs={theirs} version={version} />}
        <div className="flex flex-wrap gap-2">
          {theirs ? (
            <>
              <Button isPending={isSaving} onPress={() => props.onSaveOver(theirs.saved.version)}>
                Save mine over it
              </Button>
              <Button
                variant="ghost"
                onPress={() => props.onTakeTheirs(savedValues(type.fields, theirs.saved), theirs.saved.version)}
              >
                Discard mine
              </Button>
            </>
          ) : (
            <Button isPending={isLoading} onPress={show}>
              Show what changed
            </Button>
          )}
        </div>
      </div>
    </Callout>
  )
}

type ComparisonProps = Pick<EditConflictProps, 'type' | 'choices'> & { theirs: Theirs; version: number }

function Comparison({ type, choices, theirs, version }: ComparisonProps) {
  const mine = useWatch({ control: useFormContext<DestinationValues>().control }) as DestinationValues
  const since = theirs.revisions.filter((revision) => revision.version > version)
  const secrets = since.flatMap(({ differences }) => differences.filter(({ before }) => before === 'secret'))
  const nameOf = (id: string) => choices.find((choice) => choice.id === id)?.displayName ?? id
  const rows = differences({ fields: type.fields, nameOf }, savedValues(type.fields, theirs.saved), mine)
  return (
    <>
      <ul className="text-sm">
        {since.map((revision) => (
          <li key={revision.version}>
            {revision.actorName} {revision.change} it <RelativeTime at={revision.at} />
          </li>
        ))}
      </ul>
      {rows.length === 0 ? <p>What is saved now and what you typed do not differ.</p> : <DifferenceTable rows={rows} />}
      {secrets.length > 0 && (
        <p className="text-sm">
          Secrets changed too: {[...new Set(secrets.map(({ field }) => field))].join(', ')}. Those that you leave blank
          stay as they are now.
        </p>
      )}
    </>
  )
}

// Whole values, wrapped: what differs may stand at the end of a long list.
function DifferenceTable({ rows }: { rows: Difference[] }) {
  return (
    <table
      aria-label="What differs"
      className="w-full table-fixed text-left align-top text-sm [overflow-wrap:anywhere]"
    >
      <thead className="text-xs text-muted">
        <tr>
          {['Field', 'Saved now', 'Yours'].map((label) => (
            <th key={label} scope="col" className="py-1 pr-3 font-medium">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, theirs, mine }) => (
          <tr key={field} className="border-t border-warning-line align-top">
            <th scope="row" className="py-1.5 pr-3 font-medium text-ink">
              {field}
            </th>
            <td className="py-1.5 pr-3">{theirs}</td>
            <td className="py-1.5 text-ink">{mine}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
