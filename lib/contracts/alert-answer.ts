import { z } from 'zod'
import { ALERT_QUALITIES, ALERT_STATUSES } from '../domain/alert-record'
import { ALERT_TYPES } from '../domain/alert-type'
import { SEVERITIES } from '../domain/severity'

const DateTime = z.iso.datetime()
const ActorAnswer = z.object({ id: z.string(), type: z.enum(['user', 'api-token', 'system']) })
const DetectionAnswer = z.object({
  id: z.string(),
  type: z.enum(['RULE', 'CORRELATION_RULE', 'POLICY', 'SCHEDULED_RULE']).optional(),
})

/** One attempt, as Panther tells it: no answer at all is 504 when time ran out, else 500. */
const DeliveryAnswer = z.object({
  dispatchedAt: DateTime,
  label: z.string().describe('What was made at the receiver is called there; else the destination’s display name.'),
  message: z.string().describe('What the receiver answered, or why there was no answer.'),
  outputId: z.string().describe('Id of the destination.'),
  statusCode: z.int(),
  success: z.boolean(),
})

/** An alert in Panther's REST shape, with four keys more: `description`, `reference`, `tags` and `logTypes`. */
export const AlertAnswer = z.object({
  id: z.string().describe('32 hex digits.'),
  type: z.enum(ALERT_TYPES),
  status: z.enum(ALERT_STATUSES),
  title: z.string(),
  severity: z.enum(SEVERITIES),
  context: z.record(z.string(), z.unknown()),
  contextTags: z.array(z.string()),
  createdAt: DateTime.describe('When it was accepted: what the list is ordered by.'),
  deliveries: z.array(DeliveryAnswer).describe('Every attempt to deliver it, the oldest first.'),
  detection: DetectionAnswer.optional(),
  systemError: z
    .object({
      type: z.string(),
      sourceId: z.string().optional(),
      sourceType: z.string().optional(),
      detection: DetectionAnswer.optional(),
    })
    .optional(),
  eventCount: z.int(),
  firstEventOccurredAt: DateTime.describe('The createdAt that it was handed over with.'),
  lastReceivedEventAt: DateTime,
  runbook: z.string(),
  assignee: ActorAnswer.optional(),
  updatedBy: ActorAnswer.optional(),
  quality: z.enum(ALERT_QUALITIES).optional(),
  description: z.string(),
  reference: z.string(),
  tags: z.array(z.string()),
  logTypes: z.array(z.string()),
})
export type AlertAnswer = z.output<typeof AlertAnswer>
