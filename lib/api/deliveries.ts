import { z } from 'zod'
import { DeliveryId } from '../contracts/delivery'
import { DestinationId } from '../contracts/destination'
import { many } from '../contracts/poll-alerts'
import { RedriveInput } from '../contracts/redrive'
import { Uuid } from '../contracts/text'
import { DELIVERY_REASONS, DELIVERY_STATES } from '../domain/delivery'
import { LEFT_OUT_REASONS, REDRIVE_MAX } from '../domain/redrive'
import { operation } from './operation'
import { DateTimeShape, DeliveryShape, pageOf } from './shapes'

const Moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

export const listDeliveries = operation({
  id: 'listDeliveries',
  method: 'GET',
  path: '/v1/destinations/{id}/deliveries',
  group: 'Deliveries',
  summary: 'List a destination’s deliveries, the newest first',
  permission: 'DestinationRead',
  params: DestinationId,
  query: z.object({
    cursor: Uuid.optional().describe('The `next` of the page before.'),
    limit: z.coerce.number('Give a number.').int().min(1).max(100).default(20).describe('Deliveries in a page.'),
    state: many(z.enum(DELIVERY_STATES)).describe('Any of these states.'),
    reason: many(z.enum(DELIVERY_REASONS)).describe('Any of these reasons.'),
    from: Moment.optional().describe('Made at this moment or later.'),
    to: Moment.optional().describe('Made before this moment.'),
  }),
  answer: pageOf(DeliveryShape),
})

export const redeliverDelivery = operation({
  id: 'redeliverDelivery',
  method: 'POST',
  path: '/v1/deliveries/{id}/redeliver',
  group: 'Deliveries',
  summary: 'Send a finished delivery again',
  description: `A new delivery, with an idempotency key of its own, of the same alert to the same destination. Refused with 409
while the alert is on its way to that destination, when the destination was deleted, and for a test.`,
  permission: 'AlertModify',
  params: DeliveryId,
  answer: DeliveryShape,
  status: 201,
})

const RedriveFigures = z.object({
  id: z
    .string()
    .nullable()
    .describe('Of the redrive that began; `null` of a dry run, and when there was nothing to send.'),
  count: z.int().describe('Deliveries that are sent, or would be.'),
  destinations: z
    .array(
      z.object({
        id: z.string(),
        displayName: z.string(),
        type: z.string(),
        count: z.int(),
        isHeld: z.boolean().describe('It takes nothing for now: what is sent to it waits.'),
      }),
    )
    .describe('Those with the most deliveries.'),
  destinationCount: z.int(),
  leftOut: z
    .array(z.object({ reason: z.enum(LEFT_OUT_REASONS), count: z.int() }))
    .describe('What the filter finds besides, by the first reason that keeps it out.'),
  oldestAt: DateTimeShape.nullable().describe('Acceptance of the oldest of the alerts.'),
  newestAt: DateTimeShape.nullable(),
  seconds: z.number().describe('Until the last one is sent at this pace; 0: at once.'),
})

export const redriveDeliveries = operation({
  id: 'redriveDeliveries',
  method: 'POST',
  path: '/v1/deliveries/redrive',
  group: 'Deliveries',
  summary: 'Send failed deliveries again, at a pace',
  description: `Of each alert and destination the newest delivery, unless that alert reached the destination since or is on its
way there. A dry run answers the same figures and sends nothing. At most ${REDRIVE_MAX} deliveries at once.`,
  permission: 'AlertModify',
  body: RedriveInput.extend({
    dryRun: z.boolean('Say with `true` or `false` whether it is a dry run.'),
  }),
  answer: RedriveFigures,
  example: { from: '2026-03-01T02:00:00Z', to: '2026-03-01T04:00:00Z', perMinute: 60, dryRun: true },
})
