import { describe, expect, test } from 'vitest'
import { createRedactor } from '../destinations/kit/redact'
import { findDestinationType } from '../destinations/registry'
import { type HttpAnswer, TransportError } from '../http/types'
import { attemptDelivery } from './attempt-delivery'

const URL_SECRET = 'https://alerts.example.com/in/path-secret?key=query-secret'
const settings = { url: URL_SECRET, headers: [{ name: 'Authorization', value: 'Bearer header-secret' }] }

async function attempted(answer: Partial<HttpAnswer> | TransportError) {
  const type = findDestinationType('custom-webhook')
  if (!type) throw new Error('The custom webhook is there.')
  const alert = {
    id: 'Test.Alert',
    createdAt: '2026-03-01T12:00:00Z',
    severity: 'INFO' as const,
    type: 'RULE' as const,
    link: 'https://console.example',
    title: 'Title',
    name: 'Name',
    alertId: 'Test.Alert',
    alertContext: {},
    description: '',
    runbook: '',
    tags: [],
    version: 'v',
  }
  return attemptDelivery({
    type,
    settings,
    redact: createRedactor([URL_SECRET, 'Bearer header-secret']),
    message: {
      event: 'test',
      alert,
      idempotencyKey: 'key-1',
      dedupKey: 'a:b',
      sentAt: new Date('2026-03-01T12:00:00Z'),
    },
    http: {
      async send() {
        if (answer instanceof Error) throw answer
        return {
          status: 200,
          headers: {},
          body: '',
          isBodyTruncated: false,
          phases: { total: 12.5 },
          address: '203.0.113.1:443',
          ...answer,
        }
      },
    },
    number: 1,
    isProbe: false,
  })
}

const attempt = async (answer: Partial<HttpAnswer> | TransportError) => (await attempted(answer)).attempt

describe('an attempt', () => {
  test('that was accepted is delivered, with what was sent', async () => {
    const view = await attempt({})
    expect(view).toMatchObject({ outcome: 'delivered', totalMs: 12.5, startedAt: '2026-03-01T12:00:00.000Z' })
    expect(view.topic).toBeUndefined()
    expect(view.exchanges[0]?.bytesSent).toBe(Buffer.byteLength(view.exchanges[0]?.requestBody ?? ''))
  })

  test.each([
    [{ status: 401 }, 'rejected', 'credentials-refused'],
    [{ status: 410 }, 'rejected', 'address-gone'],
    [{ status: 302 }, 'rejected', 'redirected'],
    [{ status: 422 }, 'rejected', 'request-refused'],
    [{ status: 429 }, 'retry', 'too-many-requests'],
    [{ status: 503 }, 'retry', 'receiver-failing'],
    [new TransportError('refused', 'No.', { total: 1 }), 'rejected', 'address-refused'],
    [new TransportError('dns', 'No.', { total: 1 }), 'retry', 'name-not-found'],
    [new TransportError('timeout', 'No.', { total: 1 }), 'retry', 'no-answer-in-time'],
  ])('that ended in %o is %s and leads to %s', async (answer, outcome, topic) => {
    expect(await attempt(answer)).toMatchObject({
      outcome,
      topic,
      reason: expect.any(String),
      hint: expect.any(String),
    })
  })

  test('shows no secret, wherever the receiver or the failure repeats it', async () => {
    const echo = `header-secret path-secret query-secret ${encodeURIComponent('header-secret')}`
    const told = [
      await attempted({ status: 400, body: echo, headers: { 'x-echo': 'Bearer header-secret' } }),
      await attempted(new TransportError('connect', `No connection for ${URL_SECRET}.`, { total: 1 })),
    ]
    expect(JSON.stringify(told)).not.toMatch(/header-secret|path-secret|query-secret/)
    expect(told[0]?.attempt.exchanges[0]?.url).toMatch(/^https:\/\/alerts\.example\.com\/•/)
  })

  test('hides no bug behind a failure', async () => {
    const broken = new Error('a bug')
    await expect(attempt(broken as TransportError)).rejects.toThrow('a bug')
  })
})
