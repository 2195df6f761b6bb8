import type { ReactNode } from 'react'
import { RelativeTime } from '@/components/ui/relative-time'
import type { AlertDeliveryView } from '@/lib/contracts/alert-view'
import { deliveryFragment } from './use-fragment'

type Props = { delivery: AlertDeliveryView; all: readonly AlertDeliveryView[] }

/** Why there is this delivery, with the way to those it is chained to. */
export function DeliveryOrigin({ delivery, all }: Props) {
  const standIn = all.find(({ fallbackOf }) => fallbackOf === delivery.id)
  return (
    <p className="text-sm text-muted">
      <Reason delivery={delivery} all={all} /> <RelativeTime at={delivery.createdAt} />
      {standIn && (
        <>
          . Its fallback, <ToDelivery id={standIn.id}>{standIn.destination.displayName}</ToDelivery>, stands in
        </>
      )}
    </p>
  )
}

function Reason({ delivery, all }: Props) {
  const { reason, actorName, resentFrom, fallbackOf } = delivery
  const again = resentFrom !== undefined && <ToDelivery id={resentFrom}>an earlier delivery</ToDelivery>
  switch (reason) {
    case 'resent':
      return (
        <>
          {actorName} sent {again || 'it'} again
        </>
      )
    case 'redriven':
      return (
        <>
          {actorName} sent {again || 'it'} again, among others,
        </>
      )
    case 'manual':
      return <>{actorName} sent it here</>
    case 'fallback': {
      const failing = all.find(({ id }) => id === fallbackOf)
      if (!failing) return <>Stands in as a fallback since</>
      return (
        <>
          Stands in for <ToDelivery id={failing.id}>{failing.destination.displayName}</ToDelivery> since
        </>
      )
    }
    default:
      return <>Routed</>
  }
}

function ToDelivery({ id, children }: { id: string; children: ReactNode }) {
  return (
    <a
      href={`#${deliveryFragment(id)}`}
      className="rounded-xs text-accent-ink underline decoration-accent-line underline-offset-2 hover:decoration-current"
    >
      {children}
    </a>
  )
}
