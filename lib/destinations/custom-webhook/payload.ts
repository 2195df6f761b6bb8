import type { AlertPayload } from '../../domain/alert'
import { toWellFormed } from '../kit/text'

/** How JSON writes half of a surrogate pair. An escaped backslash before it may look the same: then it is looked at closely. */
const LONE_SURROGATE = /\\ud[89a-f]/

/** The body: the payload's thirteen keys, in their documented order whatever order the value came in. */
export function toBody(alert: AlertPayload): string {
  const body = JSON.stringify(inOrder(alert))
  return LONE_SURROGATE.test(body) ? JSON.stringify(toWellFormed(inOrder(alert))) : body
}

function inOrder(alert: AlertPayload): AlertPayload {
  return {
    id: alert.id,
    createdAt: alert.createdAt,
    severity: alert.severity,
    type: alert.type,
    link: alert.link,
    title: alert.title,
    name: alert.name,
    alertId: alert.alertId,
    alertContext: alert.alertContext,
    description: alert.description,
    runbook: alert.runbook,
    tags: alert.tags,
    version: alert.version,
  }
}
