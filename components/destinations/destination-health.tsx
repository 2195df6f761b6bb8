import { HealthMark } from '@/components/marks/health-mark'
import { RelativeTime } from '@/components/ui/relative-time'
import type { HealthView } from '@/lib/contracts/destination'

/** How a destination fares: its state, the last delivery, and what failed within a day. */
export function DestinationHealth({ health }: { health: HealthView }) {
  return (
    <span className="inline-flex max-w-full min-w-0 flex-col items-start max-sm:items-end">
      <HealthMark health={health.state} explanation={<Explanation health={health} />} />
      <HealthFacts health={health} />
    </span>
  )
}

function HealthFacts({ health: { lastDelivery, failures24h } }: { health: HealthView }) {
  if (!lastDelivery) return null
  return (
    <span className="max-w-full truncate text-xs text-muted">
      <RelativeTime at={lastDelivery.at} />
      {failures24h > 0 && <span className="text-danger-ink tabular-nums"> · {failures24h} failed</span>}
    </span>
  )
}

function Explanation({ health: { state, lastDelivery, failures24h } }: { health: HealthView }) {
  return (
    <>
      {state === 'paused' && 'Its deliveries are held until it is resumed. '}
      {lastDelivery ? (
        <>
          The last {lastDelivery.isTest ? 'test' : 'delivery'} {lastDelivery.isDelivered ? 'was delivered' : 'failed'}{' '}
          <RelativeTime at={lastDelivery.at} />. {failures24h} failed within 24 hours.
        </>
      ) : (
        'Nothing was sent to it yet.'
      )}
    </>
  )
}
