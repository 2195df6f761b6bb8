import { CancelButton } from '@/components/deliveries/cancel-button'
import type { DeliveryOperations } from '@/components/deliveries/operations'
import { ResendButton } from '@/components/deliveries/resend-button'
import type { AlertDeliveryView } from '@/lib/contracts/alert-view'
import { isFinal } from '@/lib/domain/delivery'

type Props = {
  delivery: AlertDeliveryView
  /** Retention took what the alert said: there is nothing left to send. */
  isEmptied: boolean
  operations: DeliveryOperations
}

/** What can be done about the newest delivery to a destination: send it again, or give it up. */
export function DeliveryActions({ delivery, isEmptied, operations }: Props) {
  const { id, state, destination } = delivery
  if (isFinal(state)) {
    if (isEmptied || destination.isDeleted) return null
    return <ResendButton key={id} deliveryId={id} resend={operations.resend} />
  }
  if (state === 'sending') return null
  return <CancelButton key={id} deliveryId={id} destinationName={destination.displayName} cancel={operations.cancel} />
}
