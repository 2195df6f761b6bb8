import type { AlertAnswer } from '../contracts/alert-answer'
import type { Actor } from '../domain/actor'
import { type Alert, alertIdOf } from '../domain/alert-record'
import type { AlertType } from '../domain/alert-type'
import { parseDateTime } from '../domain/date-time'
import type { DispatchedAttempt } from '../repositories/alert-attempts'

type DetectionAnswer = NonNullable<AlertAnswer['detection']>
type DeliveryAnswer = AlertAnswer['deliveries'][number]

/** Panther's own numbers for attempts that got no answer. */
const NO_ANSWER_IN_TIME = 504
const NO_ANSWER = 500

const DETECTION_TYPES: Record<AlertType, DetectionAnswer['type']> = {
  RULE: 'RULE',
  RULE_ERROR: 'RULE',
  SCHEDULED_RULE: 'SCHEDULED_RULE',
  SCHEDULED_RULE_ERROR: 'SCHEDULED_RULE',
  CORRELATION_RULE: 'CORRELATION_RULE',
  CORRELATION_RULE_ERROR: 'CORRELATION_RULE',
  POLICY: 'POLICY',
  SYSTEM_ERROR: undefined,
}

/** An alert with its attempts in Panther's REST shape. A key that has no value is absent, as there. */
export function toAlertAnswer({
  alert,
  attempts,
}: {
  alert: Alert
  attempts: readonly DispatchedAttempt[]
}): AlertAnswer {
  return {
    id: alertIdOf(alert.id),
    type: alert.type,
    status: alert.status,
    title: alert.title,
    severity: alert.severity,
    context: alert.context,
    contextTags: alert.contextTags,
    createdAt: alert.acceptedAt.toISOString(),
    deliveries: attempts.map(toDeliveryAnswer),
    ...originOf(alert),
    eventCount: alert.eventCount,
    // A moment that carries an hour without seconds, or an offset with them, is none to most parsers.
    firstEventOccurredAt: (parseDateTime(alert.createdAt) ?? alert.acceptedAt).toISOString(),
    lastReceivedEventAt: alert.lastEventAt.toISOString(),
    runbook: alert.runbook,
    ...(alert.assigneeId && { assignee: { id: alert.assigneeId, type: 'user' as const } }),
    ...(alert.updatedBy && { updatedBy: toActorAnswer(alert.updatedBy) }),
    ...(alert.quality && { quality: alert.quality }),
    description: alert.description,
    reference: alert.reference,
    tags: [...alert.tags],
    logTypes: [...alert.logTypes],
  }
}

const toActorAnswer = ({ id, type }: Actor) => ({ id, type })

function originOf({ type, detectionId, systemError }: Alert): Pick<AlertAnswer, 'detection' | 'systemError'> {
  if (systemError) {
    const { kind, destinationId, detectionId: about } = systemError
    return {
      systemError: {
        type: kind,
        ...(destinationId && { sourceId: destinationId, sourceType: 'DESTINATION' }),
        ...(about && { detection: { id: about } }),
      },
    }
  }
  return detectionId === null ? {} : { detection: { id: detectionId, type: DETECTION_TYPES[type] } }
}

function toDeliveryAnswer(attempt: DispatchedAttempt): DeliveryAnswer {
  const isDelivered = attempt.outcome === 'delivered'
  return {
    dispatchedAt: attempt.startedAt.toISOString(),
    label: attempt.label,
    message: isDelivered ? (attempt.answer ?? '') : failureMessage(attempt),
    outputId: attempt.destinationId,
    statusCode: statusOf(attempt),
    success: isDelivered,
  }
}

function statusOf({ status, outcome, topic }: DispatchedAttempt): number {
  if (status !== null) return status
  // What speaks another protocol than HTTP succeeds without a status.
  if (outcome === 'delivered') return 200
  return topic === 'no-answer-in-time' ? NO_ANSWER_IN_TIME : NO_ANSWER
}

function failureMessage({ status, reason, topic, answer }: DispatchedAttempt): string {
  if (status !== null) return `request failed: ${status}: ${answer ?? reason ?? ''}`
  if (topic === 'no-answer-in-time') return reason ?? 'The receiver did not answer in time.'
  // Refused before anything was sent, by the destination type itself.
  if (topic === 'request-refused' || topic === null) return `request failed: ${reason ?? ''}`
  return `network error: ${reason ?? ''}`
}
