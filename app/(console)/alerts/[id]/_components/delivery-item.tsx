'use client'

import { ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { AttemptRow } from '@/components/deliveries/attempt-row'
import { StateLine } from '@/components/deliveries/state-line'
import { classNames } from '@/components/ui/class-names'
import type { AlertDeliveryView } from '@/lib/contracts/alert-view'
import { DeliveryOrigin } from './delivery-origin'
import { deliveryFragment, useFragment } from './use-fragment'

type Props = {
  delivery: AlertDeliveryView
  /** All deliveries of the alert: those it is chained to are among them. */
  all: readonly AlertDeliveryView[]
  /** The attempts of the newest stand open. */
  isNewest?: boolean
}

/** One delivery: how it stands, where it came from, and its attempts. */
export function DeliveryItem({ delivery, all, isNewest = false }: Props) {
  const fragment = deliveryFragment(delivery.id)
  const isTarget = useFragment() === fragment
  const [wasToggled, setWasToggled] = useState<boolean>()
  const isOpen = wasToggled ?? (isNewest || isTarget)
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isTarget) place.current?.scrollIntoView({ block: 'center' })
  }, [isTarget])
  return (
    <section
      ref={place}
      id={fragment}
      aria-label="Delivery"
      className={classNames('min-w-0 border-b last:border-b-0', isTarget && 'bg-accent-soft')}
    >
      <div className="grid gap-0.5 px-4 py-2.5">
        <StateLine delivery={delivery} destination={delivery.destination} />
        <DeliveryOrigin delivery={delivery} all={all} />
        {!isNewest && delivery.attempts.length > 0 && (
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setWasToggled(!isOpen)}
            className="-ml-1 flex w-fit items-center gap-1 rounded-sm px-1 text-sm text-muted hover:text-ink"
          >
            <ChevronRight aria-hidden="true" size={14} className={isOpen ? 'rotate-90' : undefined} />
            {delivery.attempts.length === 1 ? '1 attempt' : `${delivery.attempts.length} attempts`}
          </button>
        )}
      </div>
      {isOpen && delivery.attempts.length > 0 && (
        <ol aria-label="Attempts" className="border-t border-dashed">
          {delivery.attempts.toReversed().map((attempt) => (
            <AttemptRow key={attempt.number} attempt={attempt} delivery={delivery} />
          ))}
        </ol>
      )}
    </section>
  )
}
