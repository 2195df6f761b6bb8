import { z } from 'zod'
import { PreviewRoutingInput } from '../contracts/routing'
import { ALERT_TYPES } from '../domain/alert-type'
import { SEVERITIES } from '../domain/severity'
import { operation } from './operation'
import { FaultShape, ScenarioShape } from './shapes'

const Severity = z.enum(SEVERITIES)
const AlertType = z.enum(ALERT_TYPES)

const ReasonShape = z.discriminatedUnion('code', [
  z.object({ code: z.literal('severity-not-accepted'), severity: Severity, accepted: z.array(Severity).readonly() }),
  z.object({
    code: z.literal('alert-type-not-accepted'),
    alertType: AlertType,
    accepted: z.array(AlertType).readonly(),
  }),
  z.object({
    code: z.literal('log-type-not-accepted'),
    logTypes: z.array(z.string()).readonly(),
    accepted: z.array(z.string()).readonly(),
  }),
  z.object({ code: z.enum(['not-named', 'skipped']) }),
])

const EntryShape = z.object({
  destinationId: z.string(),
  displayName: z.string(),
  type: z.string(),
  isPaused: z.boolean(),
})

export const previewRouting = operation({
  id: 'previewRouting',
  method: 'POST',
  path: '/v1/routing/preview',
  group: 'Routing',
  summary: 'Read where an alert would go, and why',
  description: 'The receipt of an alert that is not made: decided by what decides for one that is. Nothing is stored.',
  permission: 'DestinationRead',
  body: PreviewRoutingInput,
  answer: z.object({
    outcome: z.enum(['routed', 'skipped', 'unrouted']),
    scenario: ScenarioShape,
    chosen: z.array(EntryShape.extend({ chosen: z.literal(true), isExplicitOnly: z.boolean().optional() })),
    others: z.array(
      EntryShape.extend({
        chosen: z.literal(false),
        reasons: z.array(ReasonShape).readonly(),
        isExplicitOnly: z.boolean(),
      }),
    ),
    othersTotal: z.int(),
    othersMatching: z.int(),
    faults: z.array(FaultShape),
    settings: z.object({ emptyDynamicList: z.enum(['continue', 'suppress']) }),
    configurationVersion: z.int(),
  }),
  example: { alertType: 'RULE', severity: 'HIGH', logTypes: ['AWS.CloudTrail'] },
})
