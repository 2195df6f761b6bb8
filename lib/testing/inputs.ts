import { randomUUID } from 'node:crypto'
import type { DestinationInput } from '../contracts/destination'

export const SIGNING_SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

/** A custom webhook as its form would submit it, valid unless overridden; its name is its own. */
export function aWebhook(overrides: Partial<DestinationInput> = {}): DestinationInput {
  return {
    type: 'custom-webhook',
    displayName: `webhook ${randomUUID().slice(0, 8)}`,
    severities: ['HIGH', 'CRITICAL'],
    alertTypes: ['RULE'],
    logTypes: [],
    settings: { url: 'https://alerts.example.com/in/token-abc123', signingSecret: SIGNING_SECRET },
    delivery: {},
    ...overrides,
  }
}

/** A Python rule as its two files. */
export function aRule({ id = `Rule.${randomUUID().slice(0, 8)}`, severity = 'Low', overrides = [] as string[] } = {}) {
  const outputIds =
    overrides.length > 0 ? `OutputIds:\n${overrides.map((entry) => `  - ${JSON.stringify(entry)}\n`).join('')}` : ''
  return {
    id,
    yaml: `AnalysisType: rule\nFilename: rule.py\nRuleID: ${id}\nEnabled: true\nLogTypes:\n  - Okta.SystemLog\nSeverity: ${severity}\n${outputIds}`,
    body: 'def rule(event):\n    return True\n',
  }
}
