import { z } from 'zod'
import { DestinationId } from '../contracts/destination'
import { many } from '../contracts/poll-alerts'
import { Uuid } from '../contracts/text'
import { DELIVERY_REASONS, DELIVERY_STATES } from '../domain/delivery'
import { operation } from './operation'
import { DeliveryShape, pageOf } from './shapes'

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
