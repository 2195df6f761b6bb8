import { z } from 'zod'
import { DestinationId, PauseDestinationInput } from '../contracts/destination'
import { DestinationRecordsQuery } from '../contracts/destination-record'
import { ALERT_TYPES } from '../domain/alert-type'
import { SEVERITIES } from '../domain/severity'
import { DestinationBody, Fallback, OwnDelivery, SECRETS } from './destination-body'
import { operation } from './operation'
import { DateTimeShape, DeliveryShape, pageOf } from './shapes'

const DestinationShape = z
  .object({
    id: z.string(),
    displayName: z.string(),
    type: z.string(),
    severities: z.array(z.enum(SEVERITIES)),
    alertTypes: z.array(z.enum(ALERT_TYPES)),
    logTypes: z.array(z.string()).describe('Empty: all.'),
    settings: z.record(z.string(), z.unknown()).describe('Secrets as `{"set": true}`.'),
    delivery: OwnDelivery,
    fallback: Fallback.nullable(),
    target: z.string().describe('A public label of where it goes.'),
    paused: z.boolean(),
    pausedUntil: DateTimeShape.nullable().describe('When the pause ends on its own.'),
    version: z.int().describe('Raised by each change: what `If-Match` names.'),
    createdAt: DateTimeShape,
    updatedAt: DateTimeShape,
  })
  .meta({ id: 'Destination' })

const shared = { group: 'Destinations' } as const

const example = {
  type: 'custom-webhook',
  displayName: 'SOC webhook',
  severities: ['HIGH', 'CRITICAL'],
  alertTypes: ['RULE'],
  logTypes: [],
  settings: { url: 'https://alerts.example.com/in' },
}

export const listDestinations = operation({
  ...shared,
  id: 'listDestinations',
  method: 'GET',
  path: '/v1/destinations',
  summary: 'List destinations',
  permission: 'DestinationRead',
  query: DestinationRecordsQuery,
  answer: pageOf(DestinationShape),
})

export const createDestination = operation({
  ...shared,
  id: 'createDestination',
  method: 'POST',
  path: '/v1/destinations',
  summary: 'Create a destination',
  permission: 'DestinationModify',
  body: DestinationBody,
  answer: DestinationShape,
  status: 201,
  example,
})

export const getDestination = operation({
  ...shared,
  id: 'getDestination',
  method: 'GET',
  path: '/v1/destinations/{id}',
  summary: 'Read a destination',
  permission: 'DestinationRead',
  params: DestinationId,
  answer: DestinationShape,
})

export const replaceDestination = operation({
  ...shared,
  id: 'replaceDestination',
  method: 'PUT',
  path: '/v1/destinations/{id}',
  summary: 'Change a destination',
  description: `All of it is replaced but its secrets. ${SECRETS} Where the address changes, the secrets have to be sent again.
\`type\`, \`paused\` and whatever is only read stay as they are.`,
  permission: 'DestinationModify',
  params: DestinationId,
  body: DestinationBody,
  needsVersion: true,
  answer: DestinationShape,
  example: { ...example, settings: { url: { set: true } } },
})

export const deleteDestination = operation({
  ...shared,
  id: 'deleteDestination',
  method: 'DELETE',
  path: '/v1/destinations/{id}',
  summary: 'Delete a destination',
  description: 'Its history and its log stay; its unfinished deliveries are cancelled.',
  permission: 'DestinationModify',
  params: DestinationId,
  query: z.object({
    confirmation: z
      .string()
      .optional()
      .describe('The display name, asked for when something depends on the destination.'),
  }),
  needsVersion: true,
})

export const testDestination = operation({
  ...shared,
  id: 'testDestination',
  method: 'POST',
  path: '/v1/destinations/{id}/test',
  summary: 'Send a test alert',
  description:
    'It is sent whatever the destination’s filters say, and is kept in its log. The answer says how it went.',
  permission: 'DestinationModify',
  params: DestinationId,
  body: z
    .object({ severity: z.enum(SEVERITIES).default('INFO'), alertType: z.enum(ALERT_TYPES).default('RULE') })
    .prefault({}),
  answer: DeliveryShape,
})

export const pauseDestination = operation({
  ...shared,
  id: 'pauseDestination',
  method: 'POST',
  path: '/v1/destinations/{id}/pause',
  summary: 'Hold a destination’s deliveries',
  description: 'Until a moment at most 90 days from now, or until it is resumed. Routing chooses it as before.',
  permission: 'DestinationModify',
  params: DestinationId,
  body: PauseDestinationInput.omit({ id: true }).prefault({}),
  answer: DestinationShape,
})

export const resumeDestination = operation({
  ...shared,
  id: 'resumeDestination',
  method: 'POST',
  path: '/v1/destinations/{id}/resume',
  summary: 'Let a destination’s deliveries go',
  permission: 'DestinationModify',
  params: DestinationId,
  answer: DestinationShape,
})
