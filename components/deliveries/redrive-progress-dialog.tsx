'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { settle } from '@/components/attempt/settle'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { ReadFailure } from '@/components/ui/read-failure'
import { Skeleton } from '@/components/ui/skeleton'
import type { RedriveView } from '@/lib/contracts/redrive'
import type { RedriveOperations } from './operations'
import { RedriveProgress } from './redrive-progress'
import { redriveQuery } from './redrive-queries'
import { deliveriesText, unfinishedOf } from './redrive-words'
import { useReadAnew } from './use-read-anew'

type Props = {
  id: string
  /** Absent when the caller may cancel nothing. */
  cancel: RedriveOperations['cancel'] | undefined
  onClose: () => void
}

/** How far a redrive is, live, with the way to stop it. */
export function RedriveProgressDialog({ id, cancel, onClose }: Props) {
  const { data: redrive, error, refetch, isFetching } = useQuery(redriveQuery(id))
  return (
    <Dialog isOpen onOpenChange={onClose} title="Sending again" footer={<Button onPress={onClose}>Close</Button>}>
      <div className="grid gap-4">
        {error && (
          <ReadFailure
            title="It could not be read how far it is"
            error={error}
            onRetry={() => refetch()}
            isRetrying={isFetching}
          />
        )}
        {!redrive && !error && <Skeleton className="h-16 w-full" />}
        {redrive && <RedriveProgress redrive={redrive} />}
        {redrive && cancel && unfinishedOf(redrive) > 0 && <StopRedrive redrive={redrive} cancel={cancel} />}
      </div>
    </Dialog>
  )
}

function StopRedrive({ redrive, cancel }: { redrive: RedriveView; cancel: RedriveOperations['cancel'] }) {
  const [isAsking, setIsAsking] = useState(false)
  const readAnew = useReadAnew()
  const { refetch } = useQuery(redriveQuery(redrive.id))
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const result = await settle(cancel({ id: redrive.id }))
      if (!result.ok) throw new Error(result.error.message)
    },
    onSuccess: () => setIsAsking(false),
    onSettled: () => Promise.all([refetch(), readAnew()]),
  })
  if (!isAsking) {
    return (
      <Button className="w-fit" onPress={() => setIsAsking(true)}>
        Cancel the rest
      </Button>
    )
  }
  return (
    <Callout
      tone="warning"
      title={`Cancel ${deliveriesText(unfinishedOf(redrive))}?`}
      isAnnounced
      action={
        <span className="flex gap-2">
          <Button size="sm" onPress={() => setIsAsking(false)}>
            Keep sending
          </Button>
          <Button size="sm" variant="danger" isPending={isPending} onPress={() => mutate()}>
            Cancel the rest
          </Button>
        </span>
      }
    >
      {error
        ? error.message
        : 'What is being sent right now finishes first. What is cancelled can be sent again later.'}
    </Callout>
  )
}
