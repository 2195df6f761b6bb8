import { Webhook } from 'standardwebhooks'
import { describe, expect, it, test } from 'vitest'
import { aMessage, anAlertPayload } from '../../testing/alert-messages'
import { conforms } from '../../testing/conforms'
import { fakeHttp } from '../../testing/fake-http'
import vectors from '../../testing/schemas/standardwebhooks-v1-test-vectors.json'
import { customWebhook } from '.'
import { signatureHeader } from './sign'

const SECRET = `whsec_${Buffer.from('a secret of more than 24 bytes').toString('base64')}`
const PREVIOUS = `whsec_${Buffer.from('the secret that was there before').toString('base64')}`
const valid = {
  url: 'https://hooks.example.com/in/4f9d2c7e81b64a03?token=t0ken-of-the-address',
  headers: [
    { name: 'Authorization', value: 'Bearer 8c1f0e9a7b6d5c4e' },
    { name: 'X-Team', value: 'detection-and-response' },
  ],
  signingSecret: SECRET,
  previousSigningSecret: PREVIOUS,
}

conforms(customWebhook, {
  directory: import.meta.dirname,
  valid,
  host: 'hooks.example.com',
  accepted: { status: 204 },
  notFound: 'request',
  maxBodyBytes: 1_000_000,
  bodySchema: {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(anAlertPayload()),
    properties: {
      ...Object.fromEntries(Object.keys(anAlertPayload()).map((key) => [key, { type: 'string' }])),
      alertContext: { type: 'object' },
      tags: { type: 'array', items: { type: 'string' } },
    },
  },
})

async function requestWith(settings: Partial<typeof valid>, message = aMessage()) {
  const http = fakeHttp({ status: 200 })
  await customWebhook.deliver(message, customWebhook.settings.parse(settings), http)
  const [request] = http.requests
  return { headers: request?.headers ?? {}, body: request?.body ?? '' }
}

describe('the body', () => {
  it('has the thirteen keys in their documented order, whatever order the alert has them in', async () => {
    const reversed = Object.fromEntries(Object.entries(anAlertPayload()).reverse())
    const { body } = await requestWith(valid, aMessage({ alert: anAlertPayload(reversed) }))
    expect(Object.keys(JSON.parse(body)).join(' ')).toBe(
      'id createdAt severity type link title name alertId alertContext description runbook tags version',
    )
  })

  it('is the alert unchanged', async () => {
    const { body } = await requestWith(valid)
    expect(JSON.parse(body)).toEqual(anAlertPayload())
  })
})

describe('the signature', () => {
  test.each(vectors.cases)('matches the published vector $name', (vector) => {
    const content = {
      id: vector['webhook-id'],
      timestampSeconds: Number(vector['webhook-timestamp']),
      body: vector.payload,
    }
    expect(signatureHeader(content, [vector.secret])).toBe(vector['webhook-signature'])
  })

  test.each([
    ['current', SECRET],
    ['previous', PREVIOUS],
  ])('is accepted by the reference library with the %s secret', async (_, secret) => {
    const sentAt = new Date()
    const alert = anAlertPayload({ title: 'Ünïcode ✓ 😀 <script>' })
    const { headers, body } = await requestWith(valid, aMessage({ sentAt, alert }))
    expect(new Webhook(secret).verify(body, headers)).toEqual(alert)
  })

  it('is refused by the reference library when a byte of the body changed', async () => {
    const { headers, body } = await requestWith(valid, aMessage({ sentAt: new Date() }))
    expect(() => new Webhook(SECRET).verify(body.replace('LOW', 'LOV'), headers)).toThrow()
  })

  it('is made by each secret there is, the current one first', async () => {
    const both = (await requestWith(valid)).headers['webhook-signature']?.split(' ')
    const one = (await requestWith({ url: valid.url, signingSecret: SECRET })).headers['webhook-signature']
    expect(both).toHaveLength(2)
    expect(both?.[0]).toBe(one)
  })

  it('is left out where there is no secret', async () => {
    expect((await requestWith({ url: valid.url })).headers).not.toHaveProperty('webhook-signature')
  })
})

describe('the headers', () => {
  it('carry the idempotency key and the time of the attempt in seconds', async () => {
    const { headers } = await requestWith(valid, aMessage({ sentAt: new Date('2026-03-01T09:30:05.999Z') }))
    expect(headers).toMatchObject({
      'webhook-id': aMessage().idempotencyKey,
      'webhook-timestamp': '1772357405',
      'content-type': 'application/json',
      accept: 'application/json',
    })
  })

  it('include the custom ones', async () => {
    expect((await requestWith(valid)).headers).toMatchObject({ Authorization: 'Bearer 8c1f0e9a7b6d5c4e' })
  })
})

it('shows the origin of its address, and nothing after it', () => {
  expect(customWebhook.target(customWebhook.settings.parse({ url: 'http://hooks.example.com:8080/in/x?y=z' }))).toBe(
    'http://hooks.example.com:8080',
  )
})
