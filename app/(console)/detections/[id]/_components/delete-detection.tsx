'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { settle } from '@/components/attempt/settle'
import { detectionQuery } from '@/components/detections/queries'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import type { DetectionView } from '@/lib/contracts/detection'
import type { Failure } from '@/lib/contracts/result'
import type { DetectionOperations } from '../../_components/operations'

type Props = { detection: DetectionView; remove: DetectionOperations['remove']; onClose: () => void }

/** Asks before a detection and its files are deleted. */
export function DeleteDetection({ detection, remove, onClose }: Props) {
  const router = useRouter()
  const queries = useQueryClient()
  const [version, setVersion] = useState(detection.version)
  const [failure, setFailure] = useState<Failure>()
  const [isPending, startDeleting] = useTransition()
  const { id, displayName } = detection

  const confirm = () =>
    startDeleting(async () => {
      const result = await settle(remove({ id, version }))
      if (!result.ok) {
        setFailure(result.error)
        if (result.error.code === 'stale') await readVersion()
        return
      }
      queries.removeQueries({ queryKey: ['detections'] })
      toast({ tone: 'neutral', title: `${displayName} deleted` })
      router.push('/detections')
    })
  const readVersion = async () => {
    // When it cannot be read the refusal stands, and the next try is refused as well.
    const now = await queries.fetchQuery(detectionQuery(id)).catch(() => undefined)
    if (now) setVersion(now.version)
  }

  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={`Delete ${displayName}?`}
      action="Delete detection"
      isDestructive
      isPending={isPending}
      onConfirm={confirm}
      error={
        failure && (
          <Callout tone="danger" isAnnounced>
            {failure.code === 'stale'
              ? 'Somebody else changed it after you opened it. Nothing was deleted. Delete it all the same, or cancel and look.'
              : failure.message}
          </Callout>
        )
      }
    >
      <p>Its Python and YAML are deleted from here, and it makes no more alerts. This cannot be undone.</p>
    </ConfirmDialog>
  )
}
