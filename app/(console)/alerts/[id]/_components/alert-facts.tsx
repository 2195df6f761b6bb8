import type { ReactNode } from 'react'
import { RelativeTime } from '@/components/ui/relative-time'
import type { AlertView } from '@/lib/contracts/alert-view'
import { AlertSource } from './alert-source'

/** What is known of the alert besides its text. */
export function AlertFacts({ alert }: { alert: AlertView }) {
  const { logTypes, tags, contextTags, reference, dedup, createdAt, acceptedAt, eventCount, lastEventAt } = alert
  return (
    <FactList
      facts={[
        { label: 'From', value: <AlertSource alert={alert} /> },
        ...(alert.detection ? [{ label: 'Detection id', value: <Mono>{alert.detection.id}</Mono> }] : []),
        { label: 'Log types', value: logTypes.length > 0 ? logTypes.join(', ') : <Nothing /> },
        { label: 'Tags', value: tags.length > 0 ? tags.join(', ') : <Nothing /> },
        ...(contextTags.length > 0 ? [{ label: 'Context tags', value: contextTags.join(', ') }] : []),
        ...(reference ? [{ label: 'Reference', value: <Reference text={reference} /> }] : []),
        ...(dedup === null ? [] : [{ label: 'Dedup', value: <Mono>{dedup}</Mono> }]),
        { label: 'Created', value: <RelativeTime at={createdAt} /> },
        { label: 'Accepted', value: <RelativeTime at={acceptedAt} /> },
        ...(eventCount > 1 ? [{ label: 'Last event', value: <RelativeTime at={lastEventAt} /> }] : []),
      ]}
    />
  )
}

const Nothing = () => <span className="text-muted">None</span>

const Mono = ({ children }: { children: string }) => (
  <code className="font-mono text-xs break-all text-soft">{children}</code>
)

function Reference({ text }: { text: string }) {
  if (!/^https?:\/\//i.test(text)) return text
  return (
    <a
      href={text}
      target="_blank"
      rel="noreferrer"
      className="rounded-xs break-all text-accent-ink underline decoration-accent-line underline-offset-2 hover:decoration-current"
    >
      {text}
    </a>
  )
}

function FactList({ facts }: { facts: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className="grid gap-3 text-sm sm:grid-cols-2 xl:grid-cols-1">
      {facts.map(({ label, value }) => (
        <div key={label} className="min-w-0">
          <dt className="text-xs text-muted">{label}</dt>
          <dd className="mt-0.5 break-words text-ink">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
