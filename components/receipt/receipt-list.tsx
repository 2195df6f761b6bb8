import { Check, Minus, Pause } from 'lucide-react'
import type { ReactNode } from 'react'
import { DestinationLogo } from '@/components/marks/destination-logo'
import { classNames } from '@/components/ui/class-names'
import type { ReceiptView } from '@/lib/contracts/routing'
import { reasonText } from './words'

/** The destinations that get the alert, in the order of the decision. */
export function ChosenList({ chosen }: Pick<ReceiptView, 'chosen'>) {
  return (
    <ol aria-label="Chosen destinations">
      {chosen.map((entry, place) => (
        <Line
          key={entry.destinationId}
          mark={
            <>
              <Check aria-hidden="true" size={14} strokeWidth={2.5} className="text-positive" />
              <span className="min-w-4 text-right font-mono text-xs text-muted tabular-nums">{place + 1}</span>
            </>
          }
          type={entry.type}
          name={entry.displayName}
          isChosen
        >
          {entry.isPaused && (
            <span className="inline-flex items-center gap-1 text-warning-ink">
              <Pause aria-hidden="true" size={12} className="shrink-0" />
              Paused: deliveries are held
            </span>
          )}
        </Line>
      ))}
    </ol>
  )
}

/** The destinations that do not get it, each with every reason. */
export function OtherList({ others, scenario }: Pick<ReceiptView, 'others' | 'scenario'>) {
  return (
    <ul aria-label="Destinations not chosen">
      {others.map((entry) => (
        <Line
          key={entry.destinationId}
          mark={<Minus aria-hidden="true" size={14} className="text-muted" />}
          type={entry.type}
          name={entry.displayName}
        >
          {entry.reasons.map((reason) => (
            <span key={reason.code} className="block">
              {reasonText(reason, scenario)}
            </span>
          ))}
          {entry.isExplicitOnly && entry.reasons.some(({ code }) => code !== 'not-named' && code !== 'skipped') && (
            <span className="block">Explicit-only: it gets what a detection names it for</span>
          )}
        </Line>
      ))}
    </ul>
  )
}

type LineProps = { mark: ReactNode; type: string; name: string; isChosen?: boolean; children: ReactNode }

function Line({ mark, type, name, isChosen, children }: LineProps) {
  return (
    <li className="grid grid-cols-[2.75rem_minmax(0,1fr)] items-start border-b border-dashed px-4 py-2 last:border-b-0">
      <span className="flex h-5 items-center gap-1">{mark}</span>
      <div className="grid min-w-0 gap-x-6 gap-y-0.5 @xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <span className="flex min-w-0 items-center gap-2">
          <DestinationLogo type={type} size={20} />
          <span className={classNames('min-w-0 text-sm break-words', isChosen ? 'font-medium text-ink' : 'text-soft')}>
            {name}
          </span>
        </span>
        <span className="min-w-0 pl-7 text-sm break-words text-muted @xl:pl-0">{children}</span>
      </div>
    </li>
  )
}
