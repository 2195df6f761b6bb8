'use client'

import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { formatDuration } from '@/components/attempt/phases'
import { AttemptRow } from '@/components/deliveries/attempt-row'
import { CancelButton } from '@/components/deliveries/cancel-button'
import { DELIVERY_REASON_LABELS } from '@/components/deliveries/delivery-words'
import { ResendButton } from '@/components/deliveries/resend-button'
import { StateLine } from '@/components/deliveries/state-line'
import { stateWords } from '@/components/deliveries/state-words'
import { DeliveryStateMark } from '@/components/marks/delivery-state-mark'
import { SeverityMark } from '@/components/marks/severity-mark'
import { Badge } from '@/components/ui/badge'
import { classNames } from '@/components/ui/class-names'
import { TextLink } from '@/components/ui/link'
import { RelativeTime } from '@/components/ui/relative-time'
import type { DeliveryView } from '@/lib/contracts/delivery'
import { ALERT_TYPE_LABELS } from '@/lib/domain/alert-type'
import { isFinal } from '@/lib/domain/delivery'
import type { LogDestination, SendingOperations } from './sending'

type Props = {
  delivery: DeliveryView
  destination: LogDestination
  /** Absent when the caller may send nothing. */
  sending: SendingOperations | undefined
}

/** One delivery in the log; pressed, it shows how it stands and its attempts. */
export function DeliveryRow({ delivery, destination, sending }: Props) {
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
        <DeliveryFacts delivery={delivery} destination={destination} isOpen={isOpen} />
      </button>
      {isOpen && (
        <div id={id} className="border-t bg-sunken">
          <OpenedDelivery delivery={delivery} destination={destination} sending={sending} />
        </div>
      )}
    </li>
  )
}

function DeliveryFacts({ delivery, destination, isOpen }: Omit<Props, 'sending'> & { isOpen: boolean }) {
  const { severity, alert, alertType, createdAt, attempts } = delivery
  const last = attempts.at(-1)
  // Which word it is does not depend on the time.
  const { state } = stateWords(delivery, destination, 0)
  return (
    <>
      <span className="flex w-32 items-center gap-2">
        <ChevronRight
          aria-hidden="true"
          size={14}
          className={classNames('shrink-0 text-muted transition-transform duration-75', isOpen && 'rotate-90')}
        />
        <DeliveryStateMark state={state} />
      </span>
      <span className="w-8 font-mono text-xs text-ink tabular-nums">{last?.status ?? '–'}</span>
      <span className="w-16 font-mono text-xs tabular-nums">{last && formatDuration(last.totalMs)}</span>
      <span className="flex w-20">
        <SeverityMark severity={severity} />
      </span>
      <span className="flex min-w-0 flex-1 basis-48 items-center gap-2">
        <span className="truncate text-ink">{alert?.title ?? ALERT_TYPE_LABELS[alertType]}</span>
        <Origin delivery={delivery} />
      </span>
      <RelativeTime at={createdAt} className="text-xs whitespace-nowrap text-muted" />
    </>
  )
}

function Origin({ delivery: { reason, isUnsaved, attempts } }: { delivery: DeliveryView }) {
  return (
    <>
      {reason !== 'routed' && <Badge>{DELIVERY_REASON_LABELS[reason]}</Badge>}
      {isUnsaved && <Badge tone="warning">Unsaved settings</Badge>}
      {attempts.length > 1 && <span className="shrink-0 text-xs text-muted">{attempts.length} attempts</span>}
    </>
  )
}

function OpenedDelivery({ delivery, destination, sending }: Props) {
  const { alert, reason, actorName, attempts } = delivery
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3">
        <div className="grid min-w-0 gap-1">
          <StateLine delivery={delivery} destination={destination} />
          <p className="text-sm text-muted">
            {alert && (
              <>
                Alert <TextLink href={`/alerts/${alert.alertId}#delivery-${delivery.id}`}>{alert.title}</TextLink>.{' '}
              </>
            )}
            {reason !== 'routed' && `${DELIVERY_REASON_LABELS[reason]} by ${actorName}.`}
          </p>
        </div>
        {sending && alert && <Actions delivery={delivery} name={destination.displayName} sending={sending} />}
      </div>
      {attempts.length > 0 && (
        <ol aria-label="Attempts" className="border-t border-dashed bg-surface">
          {attempts.toReversed().map((attempt) => (
            <AttemptRow key={attempt.number} attempt={attempt} delivery={delivery} />
          ))}
        </ol>
      )}
    </>
  )
}

type ActionsProps = { delivery: DeliveryView; name: string; sending: SendingOperations }

function Actions({ delivery: { id, state }, name, sending }: ActionsProps) {
  if (isFinal(state)) return <ResendButton key={id} deliveryId={id} resend={sending.deliveries.resend} />
  // What is under way right now cannot be taken back.
  if (state === 'sending') return null
  return <CancelButton key={id} deliveryId={id} destinationName={name} cancel={sending.deliveries.cancel} />
}
