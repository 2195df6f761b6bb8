'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { settle } from '@/components/attempt/settle'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { TextLink } from '@/components/ui/link'
import { Skeleton } from '@/components/ui/skeleton'
import type { DependantsView, DestinationRowView } from '@/lib/contracts/destination'
import type { Failure } from '@/lib/contracts/result'
import { counted } from './counted'
import { DetectionLinks } from './naming-detections'
import type { DestinationOperations } from './operations'
import { dependantsQuery, destinationQuery } from './queries'

type Props = {
  destination: DestinationRowView
  remove: DestinationOperations['delete']
  onDeleted: (destination: DestinationRowView) => void
  onClose: () => void
}

/** Says what deleting a destination changes, and asks for its name when detections depend on it. */
export function DeleteDialog({ destination, remove, onDeleted, onClose }: Props) {
  const queries = useQueryClient()
  const { id, displayName } = destination
  const [version, setVersion] = useState(destination.version)
  const [failure, setFailure] = useState<Failure>()
  const dependants = useQuery(dependantsQuery(id))

  const deletion = useMutation({
    mutationFn: async () => {
      const result = await settle(remove({ id, version, confirmation: dependants.data?.displayName }))
      setFailure(result.ok ? undefined : result.error)
      if (result.ok) onDeleted(destination)
    },
  })
  const readAgain = useMutation({
    mutationFn: async () => {
      const [now] = await Promise.all([
        queries.fetchQuery({ ...destinationQuery(id), staleTime: 0 }),
        dependants.refetch(),
      ])
      setVersion(now.version)
      setFailure(undefined)
    },
  })

  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={`Delete ${displayName}`}
      action="Delete destination"
      isDestructive
      isDisabled={!dependants.data}
      isPending={deletion.isPending}
      mustType={dependants.data?.mustTypeName ? dependants.data.displayName : undefined}
      onConfirm={() => deletion.mutate()}
      error={
        failure && (
          <DeletionFailure
            failure={failure}
            onReadAgain={() => readAgain.mutate()}
            isReading={readAgain.isPending}
            readError={readAgain.error?.message}
          />
        )
      }
    >
      {dependants.error ? (
        <Callout
          tone="danger"
          title="What depends on it could not be read"
          isAnnounced
          action={
            <Button size="sm" onPress={() => dependants.refetch()} isPending={dependants.isFetching}>
              Try again
            </Button>
          }
        >
          {dependants.error.message}
        </Callout>
      ) : (
        <Consequences dependants={dependants.data} />
      )}
    </ConfirmDialog>
  )
}

function Consequences({ dependants }: { dependants: DependantsView | undefined }) {
  if (!dependants) {
    return (
      <div role="status" aria-label="Looking for what depends on it" className="grid gap-2">
        <Skeleton className="h-4 w-4/5" />
        <Skeleton className="h-4 w-3/5" />
      </div>
    )
  }
  const { detections, orphanedDetections, fallbackFor } = dependants
  return (
    <>
      {detections.length === 0 && orphanedDetections.length === 0 && <p>No detection depends on it.</p>}
      {detections.length > 0 && (
        <div className="grid gap-1.5">
          <p>Detections name it. Their alerts will be routed without it:</p>
          <DetectionLinks detections={detections} />
        </div>
      )}
      {orphanedDetections.length > 0 && (
        <Callout tone="warning" title="These detections reach nothing else. Their alerts would be unrouted:">
          <DetectionLinks detections={orphanedDetections} />
        </Callout>
      )}
      <LostAlerts dependants={dependants} />
      {fallbackFor.length > 0 && (
        <div className="grid gap-1.5">
          <p>It is the fallback of these destinations, which will have none:</p>
          <ul className="grid max-h-48 gap-1 overflow-y-auto text-sm">
            {fallbackFor.map(({ id, displayName }) => (
              <li key={id} className="min-w-0 break-words">
                <TextLink href={`/destinations/${id}`}>{displayName}</TextLink>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>
        No alert is delivered to it any more.{' '}
        {dependants.unfinished > 0 && (
          <strong className="font-medium text-ink">
            {counted(dependants.unfinished)} unfinished{' '}
            {dependants.unfinished === 1 ? 'delivery is cancelled.' : 'deliveries are cancelled.'}{' '}
          </strong>
        )}
        Its history and its log stay.
      </p>
    </>
  )
}

function LostAlerts({ dependants: { lostAlerts, isLostCut } }: { dependants: DependantsView }) {
  if (lostAlerts === 0) return null
  const count = `${isLostCut ? 'At least ' : ''}${lostAlerts.toLocaleString('en')}`
  return (
    <Callout
      tone="warning"
      title={`${count} ${lostAlerts === 1 ? 'alert' : 'alerts'} of the last 7 days would have gone nowhere`}
    >
      They went to this destination alone, and nothing else takes such alerts today.
    </Callout>
  )
}

type FailureProps = { failure: Failure; onReadAgain: () => void; isReading: boolean; readError?: string }

function DeletionFailure({ failure, onReadAgain, isReading, readError }: FailureProps) {
  if (failure.code !== 'stale') {
    return (
      <Callout tone="danger" isAnnounced>
        {failure.message}
      </Callout>
    )
  }
  return (
    <Callout
      tone="warning"
      title="Somebody changed it after you opened this page"
      isAnnounced
      action={
        <Button size="sm" onPress={onReadAgain} isPending={isReading}>
          Read it again
        </Button>
      }
    >
      Nothing was deleted. {readError ?? 'Read it again, then decide.'}
    </Callout>
  )
}
