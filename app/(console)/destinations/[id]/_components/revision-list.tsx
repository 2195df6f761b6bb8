'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Restore } from '@/components/destinations/operations'
import { revisionsQuery } from '@/components/destinations/queries'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { RelativeTime } from '@/components/ui/relative-time'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { DestinationView, RevisionView } from '@/lib/contracts/destination'
import { RestoreDialog } from './restore-dialog'

const CHANGES: Record<RevisionView['change'], string> = {
  created: 'Created',
  edited: 'Edited',
  paused: 'Paused',
  resumed: 'Resumed',
  restored: 'Restored',
  deleted: 'Deleted',
}

type Props = {
  destination: DestinationView
  /** Absent when the caller may change nothing. */
  restore: Restore | undefined
}

/** Every change of the destination, newest first, with what it changed, who made it, and a way back. */
export function RevisionList({ destination, restore }: Props) {
  const [asked, setAsked] = useState<RevisionView>()
  const { data, error, refetch, isFetching } = useQuery(revisionsQuery(destination.id))
  return (
    <div className="grid max-w-4xl gap-3">
      {error && (
        <Callout
          tone="danger"
          title="The history could not be read"
          isAnnounced
          action={
            <Button size="sm" onPress={() => refetch()} isPending={isFetching}>
              Try again
            </Button>
          }
        >
          {error.message}
        </Callout>
      )}
      {!data && !error && <SkeletonRows label="Loading the history" />}
      {data && (
        <ol className="rounded-lg border">
          {data.map((revision) => (
            <li key={revision.version} className="border-b p-4 last:border-b-0">
              <Revision
                revision={revision}
                onRestore={restore && !revision.isCurrent ? () => setAsked(revision) : undefined}
              />
            </li>
          ))}
        </ol>
      )}
      {asked && restore && (
        <RestoreDialog
          destination={destination}
          revision={asked}
          restore={restore}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  )
}

function Revision({ revision, onRestore }: { revision: RevisionView; onRestore?: () => void }) {
  const { version, change, actorName, at, differences, isCurrent } = revision
  return (
    <div className="grid gap-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-mono text-xs text-muted tabular-nums">v{version}</span>
        <span className="font-medium">{CHANGES[change]}</span>
        {isCurrent && <Badge tone="positive">Current</Badge>}
        <span className="text-sm text-muted">
          by {actorName}, <RelativeTime at={at} />
        </span>
        {onRestore && (
          <Button size="sm" className="ml-auto" onPress={onRestore} aria-label={`Restore version ${version}`}>
            Restore
          </Button>
        )}
      </div>
      {differences.length > 0 && <Differences differences={differences} />}
    </div>
  )
}

function Differences({ differences }: Pick<RevisionView, 'differences'>) {
  return (
    <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[10rem_minmax(0,1fr)]">
      {differences.map(({ field, before, after }) => (
        <div key={field} className="contents">
          <dt className="text-muted">{field}</dt>
          <dd className="min-w-0 break-words max-sm:mb-1.5">
            <del className="text-muted decoration-muted">{before}</del>
            <span aria-hidden="true" className="px-1.5 text-muted">
              →
            </span>
            <ins className="text-ink no-underline">{after}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
