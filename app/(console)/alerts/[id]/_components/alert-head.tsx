import { SeverityMark } from '@/components/marks/severity-mark'
import { Badge } from '@/components/ui/badge'
import { CopyButton } from '@/components/ui/copy-button'
import { PageHeader } from '@/components/ui/page-header'
import { RelativeTime } from '@/components/ui/relative-time'
import type { AlertView, AssigneeView } from '@/lib/contracts/alert-view'
import { ALERT_TYPE_LABELS } from '@/lib/domain/alert-type'
import { AlertSource } from './alert-source'
import { StateFacts, StateMenus } from './state-menus'
import type { ChangeAlert } from './use-alert-changes'

const CRUMBS = [{ label: 'Alerts & Errors', href: '/alerts' }]

type Props = {
  alert: AlertView
  assignees: readonly AssigneeView[]
  /** Absent when the caller may change nothing. */
  onChange: ChangeAlert | undefined
}

/** What the alert is, and where people are with it. */
export function AlertHead({ alert, assignees, onChange }: Props) {
  const { alertId, title, severity, type, acceptedAt, eventCount } = alert
  return (
    <>
      <PageHeader
        crumbs={CRUMBS}
        title={title}
        actions={
          onChange ? (
            <StateMenus alert={alert} assignees={assignees} onChange={onChange} />
          ) : (
            <StateFacts alert={alert} />
          )
        }
      />
      <div className="-mt-3 mb-4 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-sm text-muted">
        <SeverityMark severity={severity} />
        <Badge>{ALERT_TYPE_LABELS[type]}</Badge>
        <AlertSource alert={alert} />
        <RelativeTime at={acceptedAt} />
        {eventCount > 1 && <span className="tabular-nums">{eventCount.toLocaleString('en')} events</span>}
        <span className="flex min-w-0 items-center gap-1">
          <code className="min-w-0 truncate font-mono text-xs text-soft">{alertId}</code>
          <CopyButton text={alertId} label="Copy alert id" />
        </span>
      </div>
    </>
  )
}
