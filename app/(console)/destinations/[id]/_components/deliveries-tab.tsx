'use client'

import { useMemo } from 'react'
import { holdOf } from '@/components/destinations/hold-of'
import type { DestinationView } from '@/lib/contracts/destination'
import { effectiveDelivery } from '@/lib/domain/delivery'
import { DeliveryChart } from './delivery-chart'
import { DeliveryLog } from './delivery-log'
import type { SendingOperations } from './sending'

type Props = {
  destination: DestinationView
  /** Absent when the caller may send nothing. */
  sending: SendingOperations | undefined
}

/** How sending to it went, as a whole and one by one. */
export function DeliveriesTab({ destination, sending }: Props) {
  const { id, displayName, health, delivery } = destination
  const stated = useMemo(
    () => ({
      displayName,
      hold: holdOf(health),
      attemptsMax: 1 + effectiveDelivery(delivery).retrySeconds.length,
    }),
    [displayName, health, delivery],
  )
  return (
    <div className="grid min-w-0 gap-6">
      <DeliveryChart id={id} />
      <DeliveryLog id={id} destination={stated} sending={sending} />
    </div>
  )
}
