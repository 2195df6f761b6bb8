import type { AlertDeliveryView, DeliveryDestinationView } from '@/lib/contracts/alert-view'

export type DestinationGroup = {
  destinationId: string
  destination: DeliveryDestinationView
  newest: AlertDeliveryView
  /** Those before it, the newest first. */
  earlier: readonly AlertDeliveryView[]
}

/** Deliveries, the newest first, as one group a destination: in the order in which the alert first went there, then by name. */
export function byDestination(deliveries: readonly AlertDeliveryView[]): DestinationGroup[] {
  const groups = Map.groupBy(deliveries.toReversed(), ({ destinationId }) => destinationId)
  return [...groups.values()].sort(byFirstSent).flatMap((group) => {
    const [newest, ...earlier] = group.toReversed()
    return newest ? [{ destinationId: newest.destinationId, destination: newest.destination, newest, earlier }] : []
  })
}

function byFirstSent([left]: AlertDeliveryView[], [right]: AlertDeliveryView[]): number {
  if (!left || !right) return 0
  const byName = () => left.destination.displayName.localeCompare(right.destination.displayName, 'en')
  return left.createdAt.localeCompare(right.createdAt) || byName()
}
