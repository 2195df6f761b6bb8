import { Callout } from '@/components/ui/callout'
import { RelativeTime } from '@/components/ui/relative-time'
import type { GeneralSettingsView } from '@/lib/contracts/settings'

/** The processes that deliver, or what it means that there is none. */
export function Workers({ workers }: Pick<GeneralSettingsView, 'workers'>) {
  if (workers.length === 0) {
    return (
      <Callout tone="danger">
        None. Alerts are accepted and kept, and nothing is sent. A console delivers by itself; restart it, or start{' '}
        <code className="font-mono text-sm">npm run worker</code>.
      </Callout>
    )
  }
  return (
    <ul className="grid gap-2">
      {workers.map(({ id, name, startedAt, seenAt }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="min-w-0 break-words font-mono text-sm">{name}</span>
          <span className="text-sm text-muted">
            started <RelativeTime at={startedAt} />, last sign of life <RelativeTime at={seenAt} />
          </span>
        </li>
      ))}
    </ul>
  )
}
