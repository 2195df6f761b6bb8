'use client'

import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { RelativeTime } from '@/components/ui/relative-time'
import type { AlertCommentView } from '@/lib/contracts/alert-record'
import type { AlertView } from '@/lib/contracts/alert-view'
import { type Activity, activityOf } from './activity'
import { CommentForm } from './comment-form'
import type { CreateComment } from './operations'

type Props = {
  alert: AlertView
  /** Absent when the caller may write none. */
  comment: CreateComment | undefined
}

/** What people did about the alert and said of it, the oldest first. */
export function ActivityTab({ alert, comment }: Props) {
  return (
    <div className="grid max-w-3xl gap-4">
      {alert.isActivityCut && (
        <Callout>There is more than is shown here. The API lists every comment and change of the alert.</Callout>
      )}
      <ol aria-label="Activity" className="grid gap-3">
        {activityOf(alert).map((activity) => (
          <li key={activity.id}>
            <Entry activity={activity} />
          </li>
        ))}
      </ol>
      {comment && <CommentForm alertId={alert.alertId} create={comment} />}
    </div>
  )
}

function Entry({ activity }: { activity: Activity }) {
  const { actorName, at } = activity
  if (activity.kind === 'comment') return <Comment comment={activity.comment} />
  return (
    <p className="flex gap-2.5 text-sm text-muted">
      <span className="grid w-6 shrink-0 justify-center pt-1.5">
        <span aria-hidden="true" className="size-2 rounded-full bg-line-strong" />
      </span>
      <span className="min-w-0 break-words">
        <span className="font-medium text-soft">{actorName}</span> {activity.text} <RelativeTime at={at} />
      </span>
    </p>
  )
}

function Comment({ comment: { body, format, createdBy, createdAt, updatedAt } }: { comment: AlertCommentView }) {
  return (
    <article aria-label={`Comment by ${createdBy.name}`} className="flex gap-2.5">
      <Avatar name={createdBy.name} />
      <div className="min-w-0 flex-1 rounded-lg border">
        <p className="flex flex-wrap items-center gap-x-2 border-b px-3 py-1.5 text-sm text-muted">
          <span className="font-medium text-ink">{createdBy.name}</span>
          <RelativeTime at={createdAt} />
          {updatedAt && <span>edited</span>}
          {format === 'HTML' && <Badge>HTML, as written</Badge>}
        </p>
        <p className="px-3 py-2 text-base break-words whitespace-pre-wrap text-soft">{body}</p>
      </div>
    </article>
  )
}
