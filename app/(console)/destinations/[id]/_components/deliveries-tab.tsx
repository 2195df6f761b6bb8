'use client'

import { useMemo } from 'react'
import { holdOf } from '@/components/destinations/hold-of'
import type { DestinationView } from '@/lib/contracts/destination'
import { effectiveDelivery } from '@/lib/domain/delivery'
import { DeliveryChart } from './delivery-chart'
import { DeliveryLog } from './delivery-log'

/** How sending to it went, as a whole and one by one. */
export function DeliveriesTab({ destination: { id, health, delivery } }: { destination: DestinationView }) {
  const stated = useMemo(
    () => ({ hold: holdOf(health), attemptsMax: 1 + effectiveDelivery(delivery).retrySeconds.length }),
    [health, delivery],
  )
  return (
    <div className="grid min-w-0 gap-6">
      <DeliveryChart id={id} />
      <DeliveryLog id={id} destination={stated} />
    </div>
  )
}
