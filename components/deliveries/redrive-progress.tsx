import { RelativeTime } from '@/components/ui/relative-time'
import type { RedriveView } from '@/lib/contracts/redrive'
import { deliveriesText, progressText, unfinishedOf } from './redrive-words'

/** How far a redrive is: a bar by outcome, and the same in words. */
export function RedriveProgress({ redrive }: { redrive: RedriveView }) {
  const { actorName, createdAt, total, delivered, failed, cancelled, retrying, held, endsAt, perMinute } = redrive
  const unfinished = unfinishedOf(redrive)
  return (
    <div className="grid gap-3">
      <p className="text-sm text-muted">
        {actorName} began it <RelativeTime at={createdAt} />
        {perMinute !== null && `, ${perMinute.toLocaleString('en')} a minute to each destination`}
      </p>
      <div
        role="progressbar"
        aria-label="Finished deliveries"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={Math.max(0, total - unfinished)}
        className="flex h-2 overflow-hidden rounded-full bg-pressed"
      >
        <Part count={delivered} total={total} className="bg-positive" />
        <Part count={failed} total={total} className="bg-danger" />
        <Part count={cancelled} total={total} className="bg-control" />
      </div>
      <div role="status" className="grid gap-0.5">
        <p className="font-medium tabular-nums">{progressText(redrive)}</p>
        {unfinished > 0 && (
          <ul className="text-sm text-soft tabular-nums">
            {retrying > 0 && <li>{deliveriesText(retrying)} tried, and tried again on the destination’s schedule</li>}
            {held > 0 && (
              <li>{deliveriesText(held)} held: paused, behind an open circuit, or its destination needs attention</li>
            )}
            {endsAt && (
              <li>
                The last one is due <RelativeTime at={endsAt} />
              </li>
            )}
          </ul>
        )}
      </div>
    </div>
  )
}

const PERCENT = 100

function Part({ count, total, className }: { count: number; total: number; className: string }) {
  return (
    <span
      className={`${className} transition-[width] duration-300`}
      style={{ width: `${total === 0 ? 0 : (count / total) * PERCENT}%` }}
    />
  )
}
