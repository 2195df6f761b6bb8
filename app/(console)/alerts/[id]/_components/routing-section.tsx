'use client'

import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { RelativeTime } from '@/components/ui/relative-time'
import type { AlertDeliveryView, AlertView } from '@/lib/contracts/alert-view'
import { AlertReceipt } from './alert-receipt'

/** Why the alert went where it went: the receipt of its routing, and below it each manual dispatch, a decision of its own. */
export function RoutingSection({ alert }: { alert: AlertView }) {
  const dispatches = alert.deliveries.filter(({ reason }) => reason === 'manual')
  return (
    <section aria-labelledby="routing" className="grid min-w-0 content-start gap-3">
      <h2 id="routing" className="flex min-h-8 items-center text-base font-semibold">
        Routing
      </h2>
      <AlertReceipt alertId={alert.alertId} />
      {dispatches.length > 0 && (
        <div className="grid gap-2">
          <h3 className="text-sm font-medium text-soft">Sent by hand since</h3>
          <ul className="grid gap-2">
            {dispatches.map((delivery) => (
              <li key={delivery.id}>
                <Dispatch alertId={alert.alertId} delivery={delivery} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

function Dispatch({ alertId, delivery }: { alertId: string; delivery: AlertDeliveryView }) {
  const [isOpen, setIsOpen] = useState(false)
  const { id, actorName, createdAt, destination } = delivery
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)} className="rounded-lg border">
      <summary className="flex cursor-default list-none items-start gap-2 rounded-lg px-3 py-2 text-sm text-soft hover:bg-hover [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          size={14}
          className={isOpen ? 'mt-[3px] shrink-0 rotate-90 text-muted' : 'mt-[3px] shrink-0 text-muted'}
        />
        <span className="min-w-0 break-words">
          Scenario 4 · {actorName} sent it to {destination.displayName} <RelativeTime at={createdAt} />
        </span>
      </summary>
      {isOpen && (
        <div className="border-t p-2">
          <AlertReceipt alertId={alertId} delivery={id} />
        </div>
      )}
    </details>
  )
}
