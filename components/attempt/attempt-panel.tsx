'use client'

import { ExternalLink } from 'lucide-react'
import { useState } from 'react'
import { OutcomeMark } from '@/components/marks/outcome-mark'
import { TextLink } from '@/components/ui/link'
import { RelativeTime } from '@/components/ui/relative-time'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { AttemptView, DeliveryView } from '@/lib/contracts/delivery'
import { ExchangeDetails } from './exchange-details'
import { formatDuration } from './phases'

/** A delivery's attempts: what happened in plain words, what to do, and the requests and answers themselves. */
export function AttemptPanel({ delivery }: { delivery: DeliveryView }) {
  return (
    <div className="grid min-w-0 gap-3">
      {delivery.attempts.map((attempt) => (
        <Attempt key={attempt.number} attempt={attempt} isFinal={delivery.state === 'failed'} />
      ))}
    </div>
  )
}

function Attempt({ attempt, isFinal }: { attempt: AttemptView; isFinal: boolean }) {
  const [selected, setSelected] = useState('0')
  const { exchanges } = attempt
  const exchange = exchanges[Number(selected)]
  return (
    <section aria-label="Attempt" className="grid min-w-0 gap-4 rounded-lg border bg-surface p-4">
      <AttemptSummary attempt={attempt} isFinal={isFinal} />
      {exchanges.length > 1 && (
        <SegmentedControl
          label="Requests of this attempt"
          options={exchanges.map(({ method }, index) => ({ value: String(index), label: `${index + 1}. ${method}` }))}
          value={selected}
          onChange={setSelected}
        />
      )}
      {exchange && <ExchangeDetails exchange={exchange} />}
    </section>
  )
}

function AttemptSummary({ attempt, isFinal }: { attempt: AttemptView; isFinal: boolean }) {
  const { outcome, totalMs, startedAt, exchanges, externalUrl } = attempt
  const answer = exchanges.at(-1)?.answer
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
        <OutcomeMark outcome={outcome === 'retry' && isFinal ? 'failed' : outcome} />
        {answer && <span className="font-mono text-xs text-ink tabular-nums">{answer.status}</span>}
        <span className="font-mono text-xs text-ink tabular-nums">{formatDuration(totalMs)}</span>
        {answer && <span className="font-mono text-xs">{answer.address}</span>}
        <RelativeTime at={startedAt} className="ml-auto whitespace-nowrap" />
      </div>
      <AttemptReason attempt={attempt} />
      {externalUrl && (
        <p className="text-sm">
          <a
            href={externalUrl}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-1 rounded-xs text-accent-ink hover:underline"
          >
            Open what it made at the receiver
            <ExternalLink aria-hidden="true" size={12} />
          </a>
        </p>
      )}
    </div>
  )
}

function AttemptReason({ attempt: { outcome, reason, hint, topic } }: { attempt: AttemptView }) {
  if (outcome === 'delivered') return <p className="text-base text-soft">The receiver took the alert.</p>
  return (
    <div className="grid gap-0.5 text-base text-pretty">
      <p className="font-medium break-words text-ink">{reason ?? 'The alert was not delivered.'}</p>
      <p className="text-soft">
        {hint}{' '}
        {topic && (
          <TextLink href={`/docs/troubleshooting#${topic}`} target="_blank">
            More about this
          </TextLink>
        )}
      </p>
    </div>
  )
}
