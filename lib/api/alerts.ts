import { z } from 'zod'
import { ALERTS_PER_CALL, AlertInput } from '../contracts/alert'
import { operation } from './operation'
import { FaultShape, ScenarioShape } from './shapes'

const AtomicQuery = z.object({
  atomic: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true')
    .describe('`true`: either every alert is accepted or none.'),
})

/** Alerts as they came, each to be judged by itself. */
const Items = z
  .unknown()
  .transform((body): unknown[] => (Array.isArray(body) ? body : [body]))
  .refine((items) => items.length <= ALERTS_PER_CALL, `At most ${ALERTS_PER_CALL} alerts a call.`)

const AlertShape = AlertInput.meta({ id: 'NewAlert' })

const Accepted = z.object({
  index: z.int().describe('Place in what was handed over, from 0.'),
  alertId: z.string(),
  outcome: z.enum(['routed', 'skipped', 'unrouted']),
  scenario: ScenarioShape,
  destinations: z.array(z.string()).describe('Display names, in order.'),
  faults: z.array(FaultShape),
  joined: z
    .boolean()
    .describe('It joined an alert of the same detection and dedup that was open: nothing new is sent.'),
})

const Refused = z.object({
  index: z.int(),
  error: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
})

export const handOverAlerts = operation({
  id: 'handOverAlerts',
  method: 'POST',
  path: '/v1/alerts',
  group: 'Alerts',
  summary: 'Hand over alerts made elsewhere',
  description: `One alert, a JSON array of at most ${ALERTS_PER_CALL}, or one alert a line (\`application/x-ndjson\`). The answer
comes after the alerts, their routing decisions and their deliveries are stored together. An alert that cannot be accepted has
an \`error\` in the answer and does not hold up the others, unless \`atomic=true\`. The detection need not exist here.`,
  permission: 'AlertModify',
  query: AtomicQuery,
  body: Items,
  bodyShape: z.union([AlertShape, z.array(AlertShape).max(ALERTS_PER_CALL)]),
  takesLines: true,
  answer: z.object({ results: z.array(z.union([Accepted, Refused])) }),
  example: {
    detectionId: 'AWS.Root.Login',
    type: 'RULE',
    severity: 'HIGH',
    logTypes: ['AWS.CloudTrail'],
    title: 'Root signed in from 203.0.113.7',
    alertContext: { sourceIp: '203.0.113.7' },
  },
})
