import { counted } from '@/components/destinations/counted'
import { PausedUntil } from '@/components/destinations/paused-until'
import { Callout } from '@/components/ui/callout'
import { RelativeTime } from '@/components/ui/relative-time'
import type { HealthView } from '@/lib/contracts/destination'

/** Says why nothing goes out for now, how much waits, and what brings it back. Nothing while all is well. */
export function HoldBanner({ health }: { health: HealthView }) {
  const { state, since, reason, probeAt, pausedUntil } = health
  switch (state) {
    case 'circuit-open':
      return (
        <Callout tone="danger" title="Circuit open">
          {since && (
            <>
              Since <RelativeTime at={since} />:{' '}
            </>
          )}
          {reason} <Waiting health={health} />{' '}
          {probeAt && (
            <>
              The next probe goes out <RelativeTime at={probeAt} />. Saving the settings anew closes the circuit at
              once.
            </>
          )}
        </Callout>
      )
    case 'faulted':
      return (
        <Callout tone="danger" title="Needs attention">
          {reason} <Waiting health={health} /> Edit the destination and save it to send again.
        </Callout>
      )
    case 'paused':
      return (
        <Callout title="Paused">
          {pausedUntil ? (
            <>
              Until <PausedUntil at={pausedUntil} isBare />.
            </>
          ) : (
            'Until somebody resumes it.'
          )}{' '}
          <Waiting health={health} />
        </Callout>
      )
    default:
      return null
  }
}

function Waiting({ health: { unfinished, oldestDueAt } }: { health: HealthView }) {
  if (unfinished === 0) return <>No delivery is held.</>
  return (
    <>
      {counted(unfinished)} {unfinished === 1 ? 'delivery is' : 'deliveries are'} held
      {oldestDueAt && (
        <>
          , the oldest due <RelativeTime at={oldestDueAt} />
        </>
      )}
      .
    </>
  )
}
