'use client'

import type { DeliveryOperations } from '@/components/deliveries/operations'
import { DestinationLogo } from '@/components/marks/destination-logo'
import { Badge } from '@/components/ui/badge'
import { NameLink } from '@/components/ui/link'
import type { AlertView, DeliveryDestinationView } from '@/lib/contracts/alert-view'
import type { DestinationGroup } from './by-destination'
import { DeliveryActions } from './delivery-actions'
import { DeliveryItem } from './delivery-item'

type Props = { group: DestinationGroup; alert: AlertView; operations: DeliveryOperations | undefined }

/** All that was sent to one destination, the newest first. */
export function DestinationBlock({ group, alert, operations }: Props) {
  const { destinationId, destination, newest, earlier } = group
  return (
    <article aria-label={`Deliveries to ${destination.displayName}`} className="min-w-0 rounded-lg border bg-surface">
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-4 py-2">
        <DestinationName id={destinationId} destination={destination} />
        {operations && <DeliveryActions delivery={newest} isEmptied={alert.isEmptied} operations={operations} />}
      </div>
      <DeliveryItem delivery={newest} all={alert.deliveries} isNewest />
      {earlier.map((delivery) => (
        <DeliveryItem key={delivery.id} delivery={delivery} all={alert.deliveries} />
      ))}
    </article>
  )
}

function DestinationName({ id, destination }: { id: string; destination: DeliveryDestinationView }) {
  const { displayName, type, isDeleted } = destination
  return (
    <h3 className="flex min-w-0 items-center gap-2 text-base">
      <DestinationLogo type={type} size={20} />
      {isDeleted ? (
        <>
          <span className="min-w-0 font-medium break-words">{displayName}</span>
          <Badge>Deleted</Badge>
        </>
      ) : (
        <NameLink href={`/destinations/${id}`} className="min-w-0 break-words">
          {displayName}
        </NameLink>
      )}
    </h3>
  )
}
