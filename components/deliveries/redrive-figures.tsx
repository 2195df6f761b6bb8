'use client'

import { DestinationLogo } from '@/components/marks/destination-logo'
import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { classNames } from '@/components/ui/class-names'
import { RelativeTime } from '@/components/ui/relative-time'
import type { RedriveFiguresView } from '@/lib/contracts/redrive'
import { REDRIVE_MAX } from '@/lib/domain/redrive'
import { deliveriesText, figuresText, leftOutText, paceText } from './redrive-words'

const SHOWN_MAX = 6

type Props = {
  figures: RedriveFiguresView
  perMinute: number | null
  /** They are of the draft before, until the new ones are there. */
  isStale: boolean
}

/** What a redrive would send: how many, to whom, what stays out and why, and how long it takes. */
export function RedriveFigures({ figures, perMinute, isStale }: Props) {
  const { count, destinations, destinationCount, oldestAt, newestAt, seconds } = figures
  const left = leftOutText(figures)
  const shown = destinations.slice(0, SHOWN_MAX)
  return (
    <div className={classNames('grid gap-3 transition-opacity duration-75', isStale && 'opacity-60')}>
      <div role="status" aria-busy={isStale} className="grid gap-0.5">
        <p className="text-md font-semibold tabular-nums">{figuresText(figures)}</p>
        {left && <p className="text-sm text-soft tabular-nums">{left}</p>}
        {count > 0 && (
          <p className="text-sm text-muted tabular-nums">
            {paceText(seconds, perMinute)}
            {oldestAt && newestAt && (
              <>
                ; accepted <RelativeTime at={oldestAt} />
                {oldestAt !== newestAt && (
                  <>
                    {' '}
                    to <RelativeTime at={newestAt} />
                  </>
                )}
              </>
            )}
          </p>
        )}
      </div>
      {shown.length > 0 && (
        <ul aria-label="Destinations" className="grid gap-1.5">
          {shown.map(({ id, displayName, type, count: own, isHeld }) => (
            <li key={id} className="flex min-w-0 items-center gap-2 text-sm">
              <DestinationLogo type={type} size={20} />
              <span className="min-w-0 truncate">{displayName}</span>
              {isHeld && <Badge tone="warning">Held for now</Badge>}
              <span className="ml-auto whitespace-nowrap text-muted tabular-nums">{deliveriesText(own)}</span>
            </li>
          ))}
          {destinationCount > shown.length && (
            <li className="text-sm text-muted">and {destinationCount - shown.length} others</li>
          )}
        </ul>
      )}
      {count > REDRIVE_MAX && (
        <Callout tone="warning" title="Too many for one redrive" isAnnounced>
          At most {REDRIVE_MAX.toLocaleString('en')} are sent again at once. Narrow it, for example to a shorter time.
        </Callout>
      )}
    </div>
  )
}
