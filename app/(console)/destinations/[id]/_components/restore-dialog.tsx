'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { settle } from '@/components/attempt/settle'
import type { Restore } from '@/components/destinations/operations'
import { DESTINATIONS_KEY } from '@/components/destinations/queries'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import type { DestinationView, RevisionView } from '@/lib/contracts/destination'

type Props = { destination: DestinationView; revision: RevisionView; restore: Restore; onClose: () => void }

/** Asks before a destination is made what it was. */
export function RestoreDialog({ destination, revision, restore, onClose }: Props) {
  const queries = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const { id, version } = destination
      const result = await settle(restore({ id, version, revision: revision.version }))
      if (!result.ok) throw new Error(result.error.message)
    },
    onSuccess: () => {
      toast({ tone: 'positive', title: `Version ${revision.version} restored` })
      onClose()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: DESTINATIONS_KEY }),
  })
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={`Restore version ${revision.version} of ${destination.displayName}`}
      action="Restore"
      onConfirm={() => mutate()}
      isPending={isPending}
      error={
        error && (
          <Callout tone="danger" title="It was not restored" isAnnounced>
            {error.message}
          </Callout>
        )
      }
    >
      <p>
        Its name, what it takes, its public settings and whether it is paused become what they were. Secrets stay as
        they are now. The restoration is a change of its own and can be taken back in the same way.
      </p>
    </ConfirmDialog>
  )
}
