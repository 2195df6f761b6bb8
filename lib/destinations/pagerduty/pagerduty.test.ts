import { describe, expect, it, test } from 'vitest'
import type { AlertPayload } from '../../domain/alert'
import { aMessage, anAlertPayload } from '../../testing/alert-messages'
import { conforms } from '../../testing/conforms'
import { bodyOf, fakeHttp } from '../../testing/fake-http'
import bodySchema from '../../testing/schemas/pagerduty-enqueue.schema.json'
import { pagerduty } from '.'

const KEY = 'R0123456789abcdef0123456789ABCDE'
const ACCEPTED = { status: 202, body: '{"status":"success","message":"Event processed","dedup_key":"k"}' }

conforms(pagerduty, {
  directory: import.meta.dirname,
  valid: { region: 'us', integrationKey: KEY },
  host: 'events.pagerduty.com',
  accepted: ACCEPTED,
  falseSuccess: { status: 200, body: 'A page of some proxy' },
  notFound: 'request',
  maxBodyBytes: 512 * 1_024,
  bodySchema,
  dedupKeyOf: (body) => Object(body).dedup_key,
})

async function sent(alert: Partial<AlertPayload>, settings: object = {}) {
  const http = fakeHttp(ACCEPTED)
  const parsed = pagerduty.settings.parse({ integrationKey: KEY, ...settings })
  const outcome = await pagerduty.deliver(aMessage({ alert: anAlertPayload(alert) }), parsed, http)
  const [request] = http.requests
  return { outcome, url: request?.url, event: request && JSON.parse(bodyOf(request)) }
}

async function answeredBy(answer: { status: number; body?: string; headers?: Record<string, string> }) {
  const settings = pagerduty.settings.parse({ integrationKey: KEY })
  return pagerduty.deliver(aMessage(), settings, fakeHttp(answer))
}

describe('the settings', () => {
  test.each([
    ['us', 'https://events.pagerduty.com/v2/enqueue'],
    ['eu', 'https://events.eu.pagerduty.com/v2/enqueue'],
  ])('send to the service region %s', async (region, url) => {
    expect((await sent({}, { region })).url).toBe(url)
  })

  it('mean the US region where none is chosen', async () => {
    expect((await sent({})).url).toBe('https://events.pagerduty.com/v2/enqueue')
  })

  test.each([KEY.slice(1), `${KEY}0`, KEY.replace('0', '-')])('refuse %s as an integration key', (integrationKey) => {
    expect(pagerduty.settings.safeParse({ integrationKey }).error?.issues).toMatchObject([
      { path: ['integrationKey'], message: 'An integration key is exactly 32 letters and digits.' },
    ])
  })
})

describe('the event', () => {
  test.each([
    ['INFO', 'info'],
    ['LOW', 'warning'],
    ['MEDIUM', 'warning'],
    ['HIGH', 'error'],
    ['CRITICAL', 'critical'],
  ] as const)('tells %s as %s', async (severity, expected) => {
    expect((await sent({ severity })).event.payload.severity).toBe(expected)
  })

  it('carries the whole alert, its links, and the dedup key that comes back as its id', async () => {
    const { event, outcome } = await sent({})
    expect(event).toMatchObject({
      routing_key: KEY,
      event_action: 'trigger',
      dedup_key: aMessage().dedupKey,
      client_url: anAlertPayload().link,
      links: [{ href: anAlertPayload().link }],
      payload: {
        summary: anAlertPayload().title,
        source: 'switchyard.example.com',
        timestamp: '2026-03-01T09:30:00.123Z',
        custom_details: anAlertPayload(),
      },
    })
    expect(outcome).toEqual({ outcome: 'delivered', externalId: aMessage().dedupKey })
  })

  it('resolves with the key alone', async () => {
    const http = fakeHttp(ACCEPTED)
    await pagerduty.deliver(aMessage({ event: 'resolved' }), pagerduty.settings.parse({ integrationKey: KEY }), http)
    expect(http.requests[0]?.json).toEqual({
      routing_key: KEY,
      event_action: 'resolve',
      dedup_key: aMessage().dedupKey,
    })
  })

  it('leaves out a context that makes it too large, says so, and keeps the rest', async () => {
    const { event, outcome } = await sent({ alertContext: { log: 'x'.repeat(520_000) } })
    expect(outcome.outcome).toBe('delivered')
    expect(event.payload.custom_details.alertContext).toEqual({ note: expect.stringMatching(/512 KB/) })
    expect(event.payload.custom_details.runbook).toBe(anAlertPayload().runbook)
  })

  it('counts bytes, not characters', async () => {
    const { event } = await sent({ alertContext: { log: '€'.repeat(180_000) } })
    expect(event.payload.custom_details.alertContext).toHaveProperty('note')
  })

  it('is rejected unsent when it is too large without its context', async () => {
    const { outcome, event } = await sent({ runbook: 'x'.repeat(520_000) })
    expect(outcome).toMatchObject({ outcome: 'rejected', because: 'request', reason: expect.stringMatching(/512 KB/) })
    expect(event).toBeUndefined()
  })
})

describe('the answer', () => {
  it('that refuses an event has its errors listed', async () => {
    const body = '{"status":"invalid event","message":"Event object is invalid","errors":["Invalid routing key"]}'
    expect(await answeredBy({ status: 400, body })).toEqual({
      outcome: 'rejected',
      because: 'request',
      reason: 'PagerDuty answered 400: Event object is invalid Invalid routing key',
      hint: 'Copy the integration key from PagerDuty again, and check the service region.',
    })
  })

  it('that refuses the address is not blamed on the key', async () => {
    const outcome = await answeredBy({ status: 404, body: 'no routing_key here' })
    expect(outcome).toMatchObject({ hint: expect.stringContaining('address') })
  })

  test.each([
    ['nothing', {}, 30_000],
    ['less', { 'retry-after': '5' }, 30_000],
    ['more', { 'retry-after': '90' }, 90_000],
  ])('429 that asks for %s is waited on for 30 seconds at least', async (_, headers, afterMs) => {
    expect(await answeredBy({ status: 429, headers })).toMatchObject({ outcome: 'retry', afterMs })
  })

  it('5xx is left to the ordinary schedule', async () => {
    expect(await answeredBy({ status: 503 })).not.toHaveProperty('afterMs')
  })
})
