import type { AlertPayload } from '../../domain/alert'
import { toWellFormed } from '../kit/text'

/** The body: the payload's thirteen keys, in their documented order whatever order the value came in. */
export function toBody(alert: AlertPayload): string {
  const {
    id,
    createdAt,
    severity,
    type,
    link,
    title,
    name,
    alertId,
    alertContext,
    description,
    runbook,
    tags,
    version,
  } = toWellFormed(alert)
  return JSON.stringify({
    id,
    createdAt,
    severity,
    type,
    link,
    title,
    name,
    alertId,
    alertContext,
    description,
    runbook,
    tags,
    version,
  } satisfies AlertPayload)
}
