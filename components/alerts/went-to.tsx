import { MinusCircle, TriangleAlert } from 'lucide-react'
import type { AlertDestinationView, AlertRowView } from '@/lib/contracts/alert-list'
import { DeliveryStateShape } from '../marks/delivery-state-mark'
import { StatusMark } from '../ui/status-mark'
import { DELIVERY_STATE_LABELS } from './alert-words'

const NAMED = 2

type Props = { alert: Pick<AlertRowView, 'outcome' | 'destinations' | 'destinationCount'> }

/** Where an alert went and how it fares there, in one line; one that went nowhere says so. */
export function WentTo({ alert: { outcome, destinations, destinationCount } }: Props) {
  if (destinationCount === 0) return <WentNowhere outcome={outcome} />
  const named = destinations.slice(0, NAMED)
  const others = destinationCount - named.length
  const unlisted = destinationCount - destinations.length
  const words = destinations.map(
    ({ displayName, state }) => `${displayName}: ${DELIVERY_STATE_LABELS[state].toLowerCase()}`,
  )
  return (
    <span
      title={[...words, ...(unlisted > 0 ? [`and ${unlisted} more`] : [])].join('\n')}
      className="flex min-w-0 items-center gap-3 max-sm:justify-end"
    >
      {named.map((destination) => (
        <Went key={destination.id} destination={destination} />
      ))}
      {others > 0 && <span className="shrink-0 text-muted tabular-nums">+{others}</span>}
    </span>
  )
}

function Went({ destination: { displayName, state } }: { destination: AlertDestinationView }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <DeliveryStateShape state={state} />
      <span className="truncate">{displayName}</span>
      <span className="sr-only">: {DELIVERY_STATE_LABELS[state]}</span>
    </span>
  )
}

function WentNowhere({ outcome }: Pick<AlertRowView, 'outcome'>) {
  if (outcome === 'unrouted') {
    return (
      <StatusMark tone="warning" shape={<TriangleAlert aria-hidden="true" size={14} strokeWidth={2.25} />}>
        <span className="font-medium text-warning-ink">Unrouted</span>
      </StatusMark>
    )
  }
  return (
    <StatusMark tone="neutral" shape={<MinusCircle aria-hidden="true" size={14} strokeWidth={2.25} />}>
      {outcome === 'skipped' ? 'Skipped by its detection' : 'No delivery kept'}
    </StatusMark>
  )
}
