'use client'

import type { DeliveryOperations } from '@/components/deliveries/operations'
import { EmptyState } from '@/components/ui/empty-state'
import type { AlertView } from '@/lib/contracts/alert-view'
import { byDestination } from './by-destination'
import { DestinationBlock } from './destination-block'
import { RoutingSection } from './routing-section'
import { SendElsewhere } from './send-elsewhere'

type Props = {
  alert: AlertView
  /** Absent when the caller may send nothing. */
  operations: DeliveryOperations | undefined
}

/** What was sent where, attempt by attempt, beside why it was sent there. */
export function DeliveriesTab({ alert, operations }: Props) {
  const groups = byDestination(alert.deliveries)
  return (
    <div className="grid gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <section aria-labelledby="deliveries" className="grid min-w-0 content-start gap-3">
        <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
          <h2 id="deliveries" className="text-base font-semibold">
            Deliveries
          </h2>
          {operations && !alert.isEmptied && <SendElsewhere alertId={alert.alertId} dispatch={operations.dispatch} />}
        </div>
        {groups.length === 0 && (
          <EmptyState title="It was sent nowhere">
            The receipt says why. It can still be sent to any destination by hand.
          </EmptyState>
        )}
        {groups.map((group) => (
          <DestinationBlock key={group.destinationId} group={group} alert={alert} operations={operations} />
        ))}
      </section>
      <RoutingSection alert={alert} />
    </div>
  )
}
