import type { AlertAddress, AlertDeliveryView, AlertSourceView, AlertView } from '../contracts/alert-view'
import type { DeliveryView } from '../contracts/delivery'
import { type Alert, alertIdOf } from '../domain/alert-record'
import type { Caller } from '../domain/caller'
import { parseDateTime } from '../domain/date-time'
import { alertComments } from '../repositories/alert-comments'
import { alertHistory } from '../repositories/alert-history'
import { alerts } from '../repositories/alerts'
import { assignees } from '../repositories/assignees'
import { query } from '../repositories/db'
import { deliveries } from '../repositories/deliveries'
import { deliveryDestinations } from '../repositories/delivery-destinations'
import { detections } from '../repositories/detections'
import { type Sql, sqlQuery } from '../repositories/sql'
import { toAlertCommentView } from '../views/alert-comment-view'
import { authorise } from './authorise'

const ACTIVITY_MAX = 500

/** One alert with its deliveries and all that people did about it. @throws {AppError} `not-found` */
export async function getAlert(caller: Caller, { id }: AlertAddress): Promise<AlertView> {
  authorise(caller, 'AlertRead')
  return sqlQuery(async (sql) => {
    const alert = await alerts.get(sql, id)
    const [source, assignee, sent, history, comments] = await Promise.all([
      sourceOf(sql, alert),
      assigneeOf(sql, alert.assigneeId),
      deliveriesOf(sql, id),
      alertHistory.changes(sql, id, { limit: ACTIVITY_MAX + 1 }),
      alertComments.page(sql, id, { limit: ACTIVITY_MAX + 1 }),
    ])
    return {
      ...said(alert),
      ...source,
      assignee,
      deliveries: sent,
      history: history.slice(0, ACTIVITY_MAX).map(({ at, ...change }) => ({ ...change, at: at.toISOString() })),
      comments: comments.slice(0, ACTIVITY_MAX).map(toAlertCommentView),
      isActivityCut: history.length > ACTIVITY_MAX || comments.length > ACTIVITY_MAX,
    }
  })
}

function said(alert: Alert) {
  const { title, severity, type, status, quality, contextTags, context, dedup, eventCount } = alert
  return {
    alertId: alertIdOf(alert.id),
    title,
    severity,
    type,
    status,
    quality,
    contextTags,
    context,
    isEmptied: alert.payloadRemovedAt !== null,
    dedup,
    eventCount,
    tags: [...alert.tags],
    logTypes: [...alert.logTypes],
    description: alert.description,
    runbook: alert.runbook,
    reference: alert.reference,
    createdAt: (parseDateTime(alert.createdAt) ?? alert.acceptedAt).toISOString(),
    acceptedAt: alert.acceptedAt.toISOString(),
    lastEventAt: alert.lastEventAt.toISOString(),
    outcome: alert.decision.outcome,
    scenario: alert.decision.scenario,
  }
}

async function sourceOf(sql: Sql, { detectionId, name, systemError }: Alert): Promise<AlertSourceView> {
  const id = detectionId ?? systemError?.detectionId
  const destinationId = systemError?.destinationId
  const about = destinationId ? (await deliveryDestinations.now(sql, [destinationId])).get(destinationId) : undefined
  return {
    detection: id === undefined ? null : await detectionOf(id, detectionId === null ? undefined : name),
    systemError: systemError && {
      kind: systemError.kind,
      ...(destinationId &&
        about && { destination: { id: destinationId, displayName: about.displayName, isDeleted: about.isDeleted } }),
    },
  }
}

/** A detection that was deleted, or never was here, goes by the name that the alert brought. */
async function detectionOf(id: string, name: string | undefined) {
  const here = await query((tx) => detections.find(tx, id))
  return { id, name: name || here?.displayName || id, isHere: here !== undefined }
}

// A user who is gone is named by the id that the alert keeps.
const assigneeOf = async (sql: Sql, id: string | null) =>
  id === null ? null : ((await assignees.find(sql, id)) ?? { id, name: id })

async function deliveriesOf(sql: Sql, alertId: string): Promise<AlertDeliveryView[]> {
  const sent = await deliveries.ofAlert(sql, alertId)
  const known = await deliveryDestinations.now(sql, [...new Set(sent.map(({ destinationId }) => destinationId))])
  return sent.sort(byNewest).flatMap((delivery) => {
    const destination = known.get(delivery.destinationId)
    return destination ? [{ ...delivery, destination }] : []
  })
}

const byNewest = (left: DeliveryView, right: DeliveryView) =>
  right.createdAt.localeCompare(left.createdAt) || left.id.localeCompare(right.id)
