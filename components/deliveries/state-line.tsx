'use client'

import { Fragment } from 'react'
import { DeliveryStateMark } from '@/components/marks/delivery-state-mark'
import { RelativeTime, useNow } from '@/components/ui/relative-time'
import { type Piece, type StatedDelivery, type StatedDestination, stateWords } from './state-words'

/** How a delivery stands, in a mark and a sentence that follows the clock. */
export function StateLine({ delivery, destination }: { delivery: StatedDelivery; destination: StatedDestination }) {
  const now = useNow() ?? Date.parse(delivery.changedAt)
  const { state, pieces } = stateWords(delivery, destination, now)
  return (
    <span className="flex min-w-0 gap-1.5 text-sm">
      <span className="flex h-5 shrink-0 items-center">
        <DeliveryStateMark state={state} />
        <span className="sr-only">: </span>
      </span>
      <Pieces pieces={pieces} />
    </span>
  )
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <span className="min-w-0 break-words text-muted">
      {pieces.map((piece) =>
        typeof piece === 'string' ? (
          <Fragment key={piece}>{piece}</Fragment>
        ) : (
          <RelativeTime key={piece.at} at={piece.at} />
        ),
      )}
    </span>
  )
}
