import { z } from 'zod'
import { ALERT_TYPES } from '../domain/alert-type'
import { DELIVERY_REASONS, DELIVERY_STATES } from '../domain/delivery'
import { SEVERITIES } from '../domain/severity'

/** Shapes that several operations answer with. */

export const DateTimeShape = z.iso.datetime({ offset: true }).describe('ISO 8601.')

export const ScenarioShape = z
  .literal([1, 2, 3, 4])
  .nullable()
  .describe(
    'What decided: 1 `destinations()`, 2 Destination Overrides, 3 the destinations’ own configuration, 4 a person.',
  )

export const FaultShape = z.discriminatedUnion('code', [
  z.object({
    code: z.enum(['unknown-destination', 'unknown-override']),
    entry: z.string(),
    suggestion: z.object({ id: z.string(), displayName: z.string() }).optional(),
  }),
  z.object({ code: z.literal('dynamic-destinations-failed'), message: z.string() }),
  z.object({ code: z.literal('many-dynamic-destinations'), count: z.int() }),
])

/** A page of a list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    results: z.array(item),
    next: z.string().nullable().describe('The `cursor` of the next page; `null` at the end.'),
  })

const ExchangeShape = z.object({
  method: z.string(),
  url: z.string(),
  requestHeaders: z.record(z.string(), z.string()),
  requestBody: z.string(),
  bytesSent: z.int(),
  phases: z
    .object({
      dns: z.number().optional(),
      connect: z.number().optional(),
      tls: z.number().optional(),
      firstByte: z.number().optional(),
      total: z.number(),
    })
    .describe('Milliseconds.'),
  answer: z
    .object({
      status: z.int(),
      headers: z.record(z.string(), z.string()),
      body: z.string(),
      isBodyTruncated: z.boolean(),
      address: z.string().describe('The address that answered, `ip:port`.'),
    })
    .optional(),
  failure: z.string().optional().describe('Why there was no answer.'),
})

const AttemptShape = z.object({
  number: z.int(),
  isProbe: z.boolean().describe('A probe of an open circuit: it uses up nothing of the schedule.'),
  startedAt: z.string(),
  outcome: z.enum(['delivered', 'retry', 'rejected']),
  reason: z.string().optional(),
  hint: z.string().optional(),
  topic: z.string().optional(),
  totalMs: z.number(),
  status: z.int().optional().describe('HTTP status of the last answer.'),
  exchanges: z.array(ExchangeShape).describe('Requests and answers, secrets masked; not in lists.'),
  externalId: z.string().optional().describe('What was made at the receiver.'),
  externalUrl: z.string().optional(),
})

/** One alert to one destination, with its attempts. */
export const DeliveryShape = z
  .object({
    id: z.string(),
    destinationId: z.string(),
    alert: z.object({ alertId: z.string(), title: z.string() }).optional().describe('None of a test.'),
    reason: z.enum(DELIVERY_REASONS),
    state: z.enum(DELIVERY_STATES),
    stateReason: z.string().optional().describe('Why it failed, was cancelled or is held.'),
    dueAt: z.string().optional().describe('When it is tried next.'),
    changedAt: z.string(),
    resentFrom: z.string().optional().describe('The delivery that it sends again.'),
    fallbackOf: z.string().optional().describe('The delivery that it stands in for.'),
    severity: z.enum(SEVERITIES),
    alertType: z.enum(ALERT_TYPES),
    isUnsaved: z.boolean(),
    actorName: z.string().describe('Who sent it; `Switchyard` when routing did.'),
    createdAt: z.string(),
    attempts: z.array(AttemptShape),
  })
  .meta({ id: 'Delivery' })
