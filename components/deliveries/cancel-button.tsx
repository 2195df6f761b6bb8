'use client'

import { useMutation } from '@tanstack/react-query'
import { CircleX } from 'lucide-react'
import { useState } from 'react'
import { settle } from '@/components/attempt/settle'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { DeliveryOperations } from './operations'
import { useReadAnew } from './use-read-anew'

type Props = { deliveryId: string; destinationName: string; cancel: DeliveryOperations['cancel'] }

/** Gives an unfinished delivery up, once that is confirmed. */
export function CancelButton({ deliveryId, destinationName, cancel }: Props) {
  const [isAsking, setIsAsking] = useState(false)
  const readAnew = useReadAnew()
  const { mutate, reset, isPending, error } = useMutation({
    mutationFn: async () => {
      const result = await settle(cancel({ id: deliveryId }))
      if (!result.ok) throw new Error(result.error.message)
    },
    onSuccess: () => setIsAsking(false),
    onSettled: readAnew,
  })
  const handleOpen = (isOpen: boolean) => {
    reset()
    setIsAsking(isOpen)
  }
  return (
    <>
      <Button size="sm" icon={<CircleX aria-hidden="true" size={14} />} onPress={() => handleOpen(true)}>
        Cancel delivery
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={handleOpen}
        title={`Cancel the delivery to ${destinationName}`}
        action="Cancel delivery"
        isDestructive
        isPending={isPending}
        onConfirm={() => mutate()}
        error={
          error && (
            <Callout tone="danger" isAnnounced>
              {error.message}
            </Callout>
          )
        }
      >
        <p>It is tried no more. The alert can be sent there again later, as a new delivery.</p>
      </ConfirmDialog>
    </>
  )
}
