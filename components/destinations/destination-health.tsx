import { HealthMark } from '@/components/marks/health-mark'
import { RelativeTime } from '@/components/ui/relative-time'
import type { HealthView } from '@/lib/contracts/destination'
import { counted } from './counted'
import { PausedUntil } from './paused-until'

/** How a destination fares: its state, the last attempt, and what failed within a day. */
export function DestinationHealth({ health }: { health: HealthView }) {
  return (
    <span className="inline-flex max-w-full min-w-0 flex-col items-start max-sm:items-end">
      <HealthMark health={health.state} explanation={<Explanation health={health} />} />
      <HealthFacts health={health} />
    </span>
  )
}

const isHeld = ({ state }: HealthView) => state === 'paused' || state === 'circuit-open' || state === 'faulted'

function HealthFacts({ health }: { health: HealthView }) {
  const { lastAttempt, failures24h, unfinished, pausedUntil } = health
  const held = isHeld(health) && unfinished > 0 ? `${counted(unfinished)} held` : undefined
  const facts = [
    pausedUntil && <PausedUntil key="until" at={pausedUntil} />,
    held,
    !held && !pausedUntil && lastAttempt && <RelativeTime key="last" at={lastAttempt.at} />,
    failures24h > 0 && (
      <span key="failed" className="text-danger-ink tabular-nums">
        {failures24h} failed
      </span>
    ),
  ].filter((fact) => Boolean(fact))
  if (facts.length === 0) return null
  return (
    <span className="max-w-full truncate text-xs text-muted">
      {facts.flatMap((fact, index) => (index === 0 ? [fact] : [' · ', fact]))}
    </span>
  )
}

function Explanation({ health }: { health: HealthView }) {
  const { lastAttempt, failures24h } = health
  return (
    <>
      <StateSentence health={health} /> <WaitingSentence health={health} />{' '}
      {lastAttempt ? (
        <>
          The last {lastAttempt.isTest ? 'test' : 'attempt'} {lastAttempt.isDelivered ? 'was delivered' : 'failed'}{' '}
          <RelativeTime at={lastAttempt.at} />.
        </>
      ) : (
        'Nothing was sent to it yet.'
      )}
      {failures24h > 0 && ` ${failures24h} deliveries failed for good within 24 hours.`}
    </>
  )
}

function StateSentence({ health: { state, since, reason, pausedUntil, probeAt } }: { health: HealthView }) {
  switch (state) {
    case 'paused':
      return (
        <>
          Paused {since && <RelativeTime at={since} />}
          {pausedUntil ? (
            <>
              , until <PausedUntil at={pausedUntil} isBare />
            </>
          ) : (
            ' until somebody resumes it'
          )}
          .
        </>
      )
    case 'circuit-open':
      return (
        <>
          Its circuit opened {since && <RelativeTime at={since} />}. {reason}
          {probeAt && (
            <>
              {' '}
              The next probe goes out <RelativeTime at={probeAt} />.
            </>
          )}
        </>
      )
    case 'faulted':
      return (
        <>
          Nothing is sent since {since && <RelativeTime at={since} />}. {reason}
        </>
      )
    case 'retrying':
      return 'What was not delivered at once is tried again.'
    default:
      return null
  }
}

function WaitingSentence({ health: { unfinished, oldestDueAt } }: { health: HealthView }) {
  if (unfinished === 0) return null
  return (
    <>
      {counted(unfinished)} not sent yet
      {oldestDueAt && (
        <>
          , the oldest due <RelativeTime at={oldestDueAt} />
        </>
      )}
      .
    </>
  )
}
