'use client'

import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { AttemptPanel } from '@/components/attempt/attempt-panel'
import { formatDuration } from '@/components/attempt/phases'
import { OutcomeMark } from '@/components/marks/outcome-mark'
import { SeverityMark } from '@/components/marks/severity-mark'
import { Badge } from '@/components/ui/badge'
import { classNames } from '@/components/ui/class-names'
import { RelativeTime } from '@/components/ui/relative-time'
import type { DeliveryView } from '@/lib/contracts/delivery'
import { ALERT_TYPE_LABELS } from '@/lib/domain/alert-type'

/** One delivery in the log; pressed, it shows its attempt. */
export function DeliveryRow({ delivery }: { delivery: DeliveryView }) {
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  return (
    <li className="border-b last:border-b-0">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
        className="flex min-h-10 w-full flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2 text-left text-sm text-soft transition-colors duration-75 hover:bg-hover focus-visible:-outline-offset-2"
      >
        <DeliveryFacts delivery={delivery} isOpen={isOpen} />
      </button>
      {isOpen && (
        <div id={id} className="bg-sunken p-3">
          <AttemptPanel delivery={delivery} />
        </div>
      )}
    </li>
  )
}

function DeliveryFacts({ delivery, isOpen }: { delivery: DeliveryView; isOpen: boolean }) {
  const { state, severity, alertType, isUnsaved, actorName, createdAt, attempts } = delivery
  const last = attempts.at(-1)
  const status = last?.exchanges.at(-1)?.answer?.status
  return (
    <>
      <span className="flex w-36 items-center gap-2">
        <ChevronRight
          aria-hidden="true"
          size={14}
          className={classNames('shrink-0 text-muted transition-transform duration-75', isOpen && 'rotate-90')}
        />
        <OutcomeMark outcome={state} />
      </span>
      <span className="w-10 font-mono text-xs text-ink tabular-nums">{status ?? '–'}</span>
      <span className="w-16 font-mono text-xs tabular-nums">{last && formatDuration(last.totalMs)}</span>
      <span className="flex w-20">
        <SeverityMark severity={severity} />
      </span>
      <span className="hidden w-44 truncate lg:inline">{ALERT_TYPE_LABELS[alertType]}</span>
      <span className="flex min-w-0 flex-1 items-center gap-2">
        <Badge>Test</Badge>
        {isUnsaved && <Badge tone="warning">Unsaved settings</Badge>}
        <span className="truncate text-muted">by {actorName}</span>
      </span>
      <RelativeTime at={createdAt} className="text-xs whitespace-nowrap text-muted" />
    </>
  )
}
