'use client'

import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { settle } from '@/components/attempt/settle'
import { useDebounced } from '@/components/receipt/use-debounced'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { ReadFailure } from '@/components/ui/read-failure'
import { Skeleton } from '@/components/ui/skeleton'
import type { RedriveFiguresView } from '@/lib/contracts/redrive'
import { REDRIVE_MAX } from '@/lib/domain/redrive'
import type { RedriveOperations } from './operations'
import { NEW_REDRIVE, type RedriveDraft, redriveInput } from './redrive-draft'
import { RedriveFigures } from './redrive-figures'
import { RedriveForm } from './redrive-form'
import { redrivePreviewQuery } from './redrive-queries'
import { deliveriesText } from './redrive-words'
import { RunningRedrives } from './running-redrives'
import { useReadAnew } from './use-read-anew'

const SETTLE_MS = 250

type Props = {
  /** What is chosen to begin with. */
  preset: Partial<RedriveDraft>
  operations: RedriveOperations
  /** With the redrive that began, or one that somebody wants to see. */
  onOpen: (redriveId: string) => void
  onClose: () => void
}

/** Chooses what is sent again, and says before anything is sent how many that are and to whom. */
export function NewRedriveDialog({ preset, operations, onOpen, onClose }: Props) {
  const [draft, setDraft] = useState<RedriveDraft>({ ...NEW_REDRIVE, ...preset })
  const settled = useDebounced(draft, SETTLE_MS)
  const preview = useQuery({
    ...redrivePreviewQuery(settled, operations.preview),
    placeholderData: keepPreviousData,
  })
  const readAnew = useReadAnew()
  const { mutate, reset, isPending, error } = useMutation({
    mutationFn: async () => {
      const result = await settle(operations.start(redriveInput(draft)))
      if (!result.ok) throw new Error(result.error.message)
      if (result.value.id === null) throw new Error('There was nothing left to send: somebody else was faster.')
      return result.value.id
    },
    onSuccess: onOpen,
    onSettled: () => Promise.all([readAnew(), preview.refetch()]),
  })
  const isStale = preview.isPlaceholderData || !isSame(settled, draft)
  const change = (changes: Partial<RedriveDraft>) => {
    reset()
    setDraft({ ...draft, ...changes })
  }
  const figures = preview.error ? undefined : preview.data
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title="Send failed deliveries again"
      size="lg"
      footer={
        <>
          <Button onPress={onClose}>Close</Button>
          <Button
            variant="primary"
            isDisabled={!figures || isStale || !isStartable(figures)}
            isPending={isPending}
            onPress={() => mutate()}
          >
            {figures && figures.count > 0 ? `Send ${deliveriesText(figures.count)}` : 'Send again'}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <RunningRedrives onOpen={onOpen} />
        <RedriveForm draft={draft} onChange={change} />
        <section aria-label="What will be sent" className="min-h-32 rounded-lg border bg-sunken p-4">
          {preview.error && (
            <ReadFailure
              title="It could not be worked out what would be sent"
              error={preview.error}
              onRetry={() => preview.refetch()}
              isRetrying={preview.isFetching}
            />
          )}
          {preview.isPending && <FiguresSkeleton />}
          {figures && <RedriveFigures figures={figures} perMinute={draft.perMinute} isStale={isStale} />}
        </section>
        {error && (
          <Callout tone="danger" title="Nothing was sent" isAnnounced>
            {error.message}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}

// The settled one is a copy.
const isSame = (left: RedriveDraft, right: RedriveDraft) => JSON.stringify(left) === JSON.stringify(right)

const isStartable = ({ count }: RedriveFiguresView) => count > 0 && count <= REDRIVE_MAX

function FiguresSkeleton() {
  return (
    <div role="status" aria-label="Counting deliveries" className="grid gap-2">
      <Skeleton className="h-5 w-64" />
      <Skeleton className="h-4 w-80" />
      <Skeleton className="h-4 w-48" />
    </div>
  )
}
