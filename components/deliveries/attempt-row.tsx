'use client'

import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { formatDuration } from '@/components/attempt/phases'
import { OutcomeMark } from '@/components/marks/outcome-mark'
import { Badge } from '@/components/ui/badge'
import { classNames } from '@/components/ui/class-names'
import { RelativeTime } from '@/components/ui/relative-time'
import type { AttemptView, DeliveryView } from '@/lib/contracts/delivery'
import { AttemptDetails } from './attempt-details'

type Props = { attempt: AttemptView; delivery: DeliveryView }

/** One attempt; pressed, it shows what was sent and what was answered. */
export function AttemptRow({ attempt, delivery }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const willRetry = delivery.state === 'waiting' && attempt === delivery.attempts.at(-1)
  return (
    <li className="border-b border-dashed last:border-b-0">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
        className="grid min-h-10 w-full grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-x-2 px-4 py-1.5 text-left text-sm text-soft transition-colors duration-75 hover:bg-hover focus-visible:-outline-offset-2"
      >
        <ChevronRight
          aria-hidden="true"
          size={14}
          className={classNames('text-muted transition-transform duration-75', isOpen && 'rotate-90')}
        />
        <AttemptFacts attempt={attempt} willRetry={willRetry} />
        <RelativeTime at={attempt.startedAt} className="text-xs whitespace-nowrap text-muted" />
      </button>
      {isOpen && (
        <div id={id} className="bg-sunken p-3">
          <AttemptDetails attempt={attempt} delivery={delivery} />
        </div>
      )}
    </li>
  )
}

function AttemptFacts({ attempt, willRetry }: { attempt: AttemptView; willRetry: boolean }) {
  const { number, isProbe, outcome, status, totalMs, reason } = attempt
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-0.5">
      <span className="font-mono text-xs text-muted tabular-nums">{number}</span>
      <OutcomeMark outcome={outcome === 'retry' && !willRetry ? 'failed' : outcome} />
      {isProbe && <Badge>Probe</Badge>}
      {status !== undefined && <span className="font-mono text-xs text-ink tabular-nums">{status}</span>}
      <span className="font-mono text-xs tabular-nums">{formatDuration(totalMs)}</span>
      {reason && outcome !== 'delivered' && <span className="min-w-0 basis-full truncate text-muted">{reason}</span>}
    </span>
  )
}
