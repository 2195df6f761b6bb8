import { z } from 'zod'
import type { HttpAnswer } from '../../http/types'
import { defineDestination } from '../kit/define-destination'
import { field } from '../kit/field'
import { outcomeOf } from '../kit/outcome-of'
import { eventBytes, MAX_EVENT_BYTES, toPagerDutyEvent } from './event'

const HOSTS = { us: 'events.pagerduty.com', eu: 'events.eu.pagerduty.com' }

/** PagerDuty names no wait after a 429; its docs ask for minutes rather than seconds. */
const THROTTLE_MS = 30_000

const Refusal = z.object({ message: z.string().optional(), errors: z.array(z.string()).optional() })

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    // An answer that is not JSON says nothing we could read: it is quoted as it is.
    return undefined
  }
}

function explain({ body }: HttpAnswer): string {
  const { success, data } = Refusal.safeParse(parseJson(body))
  const texts = success ? [data.message, ...(data.errors ?? [])].filter((text) => text !== undefined) : []
  return texts.length === 0 ? body : texts.join(' ')
}

function hint({ status, body }: HttpAnswer): string | undefined {
  if (status !== 400) return undefined
  if (/routing[_ ]key/i.test(body))
    return 'Copy the integration key from PagerDuty again, and check the service region.'
  return 'Check the integration key and the service region, and send the alert again.'
}

export const pagerduty = defineDestination({
  type: 'pagerduty',
  name: 'PagerDuty',
  summary: 'Opens an incident through the Events API and resolves it with the alert.',
  category: 'on-call',
  canResolve: true,
  settings: z.object({
    region: field
      .choice({
        label: 'Service region',
        help: 'EU accounts sign in at a pagerduty.com address with .eu in it.',
        options: { us: 'US', eu: 'EU' },
        decidesHost: true,
      })
      .default('us'),
    integrationKey: field.secret({
      label: 'Integration key',
      help: 'The key of an Events API v2 integration: 32 characters. A test alert opens a real incident there.',
      pattern: /^[A-Za-z0-9]{32}$/,
      message: 'An integration key is exactly 32 letters and digits.',
    }),
  }),
  target: ({ region }) => HOSTS[region],
  async deliver(message, { region, integrationKey }, http) {
    const event = toPagerDutyEvent(message, integrationKey)
    if (eventBytes(event) > MAX_EVENT_BYTES) {
      return {
        outcome: 'rejected',
        because: 'request',
        reason: 'The alert is over PagerDuty’s limit of 512 KB, even without its context.',
        hint: 'Make the description, the runbook or the tags of the detection shorter.',
      }
    }
    const answer = await http.send({ method: 'POST', url: `https://${HOSTS[region]}/v2/enqueue`, json: event })
    const outcome = outcomeOf(answer, {
      receiver: 'PagerDuty',
      sentAt: message.sentAt,
      isDelivered: ({ status }) => status === 202,
      throttleMs: THROTTLE_MS,
      explain,
      hint,
    })
    return outcome.outcome === 'delivered' ? { ...outcome, externalId: event.dedup_key } : outcome
  },
})
