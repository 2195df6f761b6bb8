import { ALERT_STATUS_LABELS } from '@/components/marks/alert-status-mark'
import type { AlertChangeView, AlertCommentView } from '@/lib/contracts/alert-record'
import type { AlertDeliveryView, AlertView } from '@/lib/contracts/alert-view'
import { ALERT_QUALITIES, ALERT_STATUSES } from '@/lib/domain/alert-record'
import { QUALITY_LABELS } from './state-menus'

/** One thing that happened to the alert: a comment, or a sentence about what somebody did. */
export type Activity = { id: string; at: string; actorName: string } & (
  | { kind: 'comment'; comment: AlertCommentView }
  | { kind: 'said'; text: string }
)

/** All that happened to the alert, the oldest first: its acceptance, changes, comments, and what people sent. */
export function activityOf(alert: AlertView): Activity[] {
  const sent = alert.deliveries.flatMap((delivery) => {
    const text = sentText(delivery)
    return text === undefined ? [] : [said(delivery.id, delivery.createdAt, delivery.actorName, text)]
  })
  const changed = alert.history.map((change) => said(change.id, change.at, change.actor.name, changeText(change)))
  const commented = alert.comments.map(
    (comment): Activity => ({
      kind: 'comment',
      id: comment.id,
      at: comment.createdAt,
      actorName: comment.createdBy.name,
      comment,
    }),
  )
  const accepted = said('accepted', alert.acceptedAt, 'Switchyard', ACCEPTED[alert.outcome])
  return [accepted, ...[...sent, ...changed, ...commented].sort((left, right) => left.at.localeCompare(right.at))]
}

const said = (id: string, at: string, actorName: string, text: string): Activity => ({
  kind: 'said',
  id,
  at,
  actorName,
  text,
})

const ACCEPTED: Record<AlertView['outcome'], string> = {
  routed: 'accepted and routed it',
  skipped: 'accepted it; the detection wanted it to go nowhere',
  unrouted: 'accepted it; nothing took it',
}

/** What routing itself sent is no deed of anybody's. */
function sentText({ reason, destination: { displayName } }: AlertDeliveryView): string | undefined {
  if (reason === 'manual') return `sent it to ${displayName}`
  if (reason === 'resent' || reason === 'redriven') return `sent it again to ${displayName}`
  if (reason === 'fallback') return `sent it to the fallback ${displayName}`
  return undefined
}

function changeText({ field, before, after }: AlertChangeView): string {
  switch (field) {
    case 'status':
      return `set the status from ${statusWord(before)} to ${statusWord(after)}`
    case 'assignee':
      return after ? `assigned it to ${after}` : `unassigned ${before}`
    case 'quality':
      return after ? `rated it ${qualityWord(after).toLowerCase()}` : 'took the rating back'
    case 'contextTags':
      return after ? `set the context tags to ${after}` : 'removed the context tags'
    default:
      return `changed its ${field}: ${after || 'none'}`
  }
}

const statusWord = (status: string) => {
  const known = ALERT_STATUSES.find((each) => each === status)
  return known ? ALERT_STATUS_LABELS[known] : status
}

const qualityWord = (quality: string) => {
  const known = ALERT_QUALITIES.find((each) => each === quality)
  return known ? QUALITY_LABELS[known] : quality
}
