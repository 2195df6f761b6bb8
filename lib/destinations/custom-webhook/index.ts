import { z } from 'zod'
import { defineDestination } from '../kit/define-destination'
import { field } from '../kit/field'
import { outcomeOf } from '../kit/outcome-of'
import { toBody } from './payload'
import { signatureHeader } from './sign'

export const customWebhook = defineDestination({
  type: 'custom-webhook',
  name: 'Custom Webhook',
  summary: 'Posts the alert as JSON to any HTTP address, signed so that the receiver can trust it.',
  category: 'automation',
  canResolve: false,
  settings: z.object({
    url: field.secretUrl({
      label: 'Webhook URL',
      help: 'Where alerts are posted. It is kept secret; lists show only its host.',
      placeholder: 'https://example.com/alerts',
      allowsHttp: true,
      decidesHost: true,
    }),
    headers: field
      .headers({
        label: 'Custom headers',
        help: 'Sent with every alert, for example Authorization. Up to 20; the values are kept secret.',
      })
      .optional(),
    signingSecret: field
      .signingSecret({
        label: 'Signing secret',
        help: 'Signs every alert in the Standard Webhooks format. Give the receiver the same secret, so that it can check who sent an alert.',
        placeholder: 'whsec_…',
        canGenerate: true,
      })
      .optional(),
    previousSigningSecret: field
      .signingSecret({
        label: 'Previous signing secret',
        help: 'Signs as well while the receiver changes over to a new secret. Remove it when that is done.',
        placeholder: 'whsec_…',
      })
      .optional(),
  }),
  target: ({ url }) => new URL(url).origin,
  async deliver({ alert, idempotencyKey, sentAt }, { url, headers, signingSecret, previousSigningSecret }, http) {
    const body = toBody(alert)
    const timestampSeconds = Math.floor(sentAt.getTime() / 1_000)
    const secrets = [signingSecret, previousSigningSecret].filter((secret) => secret !== undefined)
    const answer = await http.send({
      method: 'POST',
      url,
      headers: {
        ...Object.fromEntries((headers ?? []).map(({ name, value }) => [name, value])),
        accept: 'application/json',
        'content-type': 'application/json',
        'webhook-id': idempotencyKey,
        'webhook-timestamp': String(timestampSeconds),
        ...(secrets.length > 0 && {
          'webhook-signature': signatureHeader({ id: idempotencyKey, timestampSeconds, body }, secrets),
        }),
      },
      body,
    })
    return outcomeOf(answer, { receiver: 'The receiver', sentAt })
  },
})
