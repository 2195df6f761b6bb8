'use client'

import { useMutation } from '@tanstack/react-query'
import { Check, RotateCw } from 'lucide-react'
import { settle } from '@/components/attempt/settle'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import type { DeliveryOperations } from './operations'
import { useReadAnew } from './use-read-anew'

type Props = { deliveryId: string; resend: DeliveryOperations['resend'] }

/** Sends a finished delivery once more; give it the delivery's id as its key, so that the next one begins anew. */
export function ResendButton({ deliveryId, resend }: Props) {
  const readAnew = useReadAnew()
  const { mutate, isPending, isSuccess } = useMutation({
    mutationFn: async () => {
      const result = await settle(resend({ id: deliveryId }))
      if (!result.ok) throw new Error(result.error.message)
    },
    onError: (error) => toast({ tone: 'danger', title: 'It was not sent again', description: error.message }),
    onSettled: readAnew,
  })
  const Icon = isSuccess ? Check : RotateCw
  return (
    <Button
      size="sm"
      icon={<Icon aria-hidden="true" size={14} />}
      isPending={isPending}
      isDisabled={isSuccess}
      onPress={() => mutate()}
    >
      {isSuccess ? 'Queued' : 'Re-send'}
    </Button>
  )
}
