import { EmptyState } from '@/components/ui/empty-state'
import { ButtonLink } from '@/components/ui/link'

/** What a new installation shows. */
export function NoDestinations({ canModify }: { canModify: boolean }) {
  return (
    <EmptyState
      title="Alerts have nowhere to go yet"
      drawing={<Tracks />}
      action={
        canModify && (
          <ButtonLink href="/destinations/new" variant="primary" size="lg">
            Create destination
          </ButtonLink>
        )
      }
    >
      A destination is where alerts are delivered: a chat, an on-call tool or an address of your own. It says which
      severities, alert types and log types it takes.
    </EmptyState>
  )
}

function Tracks() {
  return (
    <svg aria-hidden="true" width="200" height="104" viewBox="0 0 200 104" fill="none">
      <path d="M34 52H72C100 52 98 18 126 18H148" className="stroke-line-strong" strokeWidth="2" />
      <path d="M72 52H148" className="stroke-accent" strokeWidth="2" />
      <path d="M72 52C100 52 98 86 126 86H148" className="stroke-line-strong" strokeWidth="2" />
      <circle cx="26" cy="52" r="8" className="fill-accent-soft stroke-accent" strokeWidth="2" />
      <circle cx="72" cy="52" r="3.5" className="fill-accent" />
      {[18, 52, 86].map((y) => (
        <rect
          key={y}
          x="148"
          y={y - 11}
          width="36"
          height="22"
          rx="5"
          strokeWidth="1.5"
          className="fill-surface stroke-line-strong"
          strokeDasharray="3 3"
        />
      ))}
    </svg>
  )
}
