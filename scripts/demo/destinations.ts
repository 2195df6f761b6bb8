import type { z } from 'zod'
import type { DestinationInput } from '../../lib/contracts/destination'
import { ALERT_TYPES } from '../../lib/domain/alert-type'
import { SEVERITIES } from '../../lib/domain/severity'

type DemoDestination = z.input<typeof DestinationInput> & { isPaused?: boolean }

/** The hosts of the demo's custom webhooks: the operator's egress map leads them to a receiver. */
export const WEBHOOK_HOSTS = ['tines.example.com', 'evidence.example.com', 'exercise.example.com'] as const

/** Where Tines listens in the worked example, and the secret that its deliveries are signed with. */
export const TINES_PATH = '/webhook/okta-user-lock-out'
export const TINES_SIGNING_SECRET = `whsec_${Buffer.from('switchyard-demo-tines-okta-lock').toString('base64')}`

const slack = (name: string) => ({ webhookUrl: `https://hooks.slack.com/services/demo/${name}`, postsTo: `#${name}` })

/** The demo's destinations as their forms would submit them. */
export const DEMO_DESTINATIONS: readonly DemoDestination[] = [
  {
    type: 'slack',
    displayName: 'dev-alert-destinations',
    severities: ['HIGH', 'CRITICAL'],
    alertTypes: ['RULE'],
    logTypes: [],
    settings: slack('dev-alerts'),
  },
  {
    type: 'slack',
    displayName: 'dev-general',
    severities: ['INFO', 'LOW', 'MEDIUM'],
    alertTypes: ['RULE', 'SCHEDULED_RULE'],
    logTypes: [],
    settings: slack('dev-general'),
  },
  {
    type: 'custom-webhook',
    displayName: 'tines-okta-user-lock-out',
    severities: [],
    alertTypes: [],
    logTypes: ['Okta.SystemLog'],
    settings: { url: `https://tines.example.com${TINES_PATH}`, signingSecret: TINES_SIGNING_SECRET },
  },
  {
    type: 'pagerduty',
    displayName: 'pagerduty-oncall',
    severities: ['CRITICAL'],
    alertTypes: ['RULE', 'POLICY'],
    logTypes: [],
    settings: { region: 'us', integrationKey: 'demo'.repeat(8) },
  },
  {
    type: 'slack',
    displayName: 'cloud-security',
    severities: ['MEDIUM', 'HIGH', 'CRITICAL'],
    alertTypes: ['RULE'],
    logTypes: ['AWS.CloudTrail', 'AWS.GuardDuty'],
    settings: slack('cloud-security'),
  },
  {
    type: 'slack',
    displayName: 'platform-errors',
    severities: [...SEVERITIES],
    alertTypes: ALERT_TYPES.filter((type) => type.endsWith('_ERROR')),
    logTypes: [],
    settings: slack('platform-errors'),
  },
  {
    type: 'custom-webhook',
    displayName: 'evidence-archive',
    severities: [...SEVERITIES],
    alertTypes: ['POLICY'],
    logTypes: [],
    settings: {
      url: 'https://evidence.example.com/alerts',
      headers: [{ name: 'Authorization', value: 'Bearer demo-archive' }],
    },
  },
  {
    type: 'custom-webhook',
    displayName: 'purple-team-exercise',
    severities: ['LOW', 'MEDIUM'],
    alertTypes: ['RULE'],
    logTypes: ['AWS.CloudTrail', 'GitHub.Audit', 'Okta.SystemLog'],
    settings: { url: 'https://exercise.example.com/alerts' },
    isPaused: true,
  },
]
