import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as pause from '@/app/v1/destinations/[id]/pause/route'
import * as resume from '@/app/v1/destinations/[id]/resume/route'
import * as one from '@/app/v1/destinations/[id]/route'
import * as all from '@/app/v1/destinations/route'
import { disconnect, query } from '../repositories/db'
import { secrets } from '../repositories/secrets'
import { closeSql } from '../repositories/sql'
import { anApiToken, apiRequest } from '../testing/api-requests'
import { aWebhook } from '../testing/inputs'

type Handler = (request: Request, context: { params: Promise<{ id?: string }> }) => Promise<Response>
type Call = { body?: unknown; headers?: Record<string, string>; path?: string; by?: string }

let token = ''
beforeAll(async () => {
  token = (await anApiToken()).value
})
afterAll(async () => {
  await disconnect()
  await closeSql()
})

async function call(handler: Handler, method: string, id: string | undefined, given: Call = {}) {
  const { body, headers, path = '/v1/destinations', by = token } = given
  const request = apiRequest(method, path, { token: by, body, headers })
  const response = await handler(request, { params: Promise.resolve({ id }) })
  const text = await response.text()
  return { status: response.status, answer: text === '' ? undefined : JSON.parse(text) }
}

const create = async (body: object = aWebhook()) => (await call(all.POST, 'POST', undefined, { body })).answer

describe('a destination of the API', () => {
  test('is created and read back, its secrets only as set', async () => {
    const headers = [{ name: 'X-Team', value: 'blue-secret' }]
    const input = aWebhook({ settings: { ...aWebhook().settings, headers } })
    const { status, answer } = await call(all.POST, 'POST', undefined, { body: input })
    expect(status).toBe(201)
    expect(answer).toMatchObject({
      displayName: input.displayName,
      paused: false,
      fallback: null,
      version: 1,
      settings: {
        url: { set: true },
        signingSecret: { set: true },
        headers: [{ name: 'X-Team', value: { set: true } }],
      },
    })
    expect(JSON.stringify(answer)).not.toMatch(/token-abc123|whsec_|blue-secret/)
    expect((await call(one.GET, 'GET', answer.id)).answer).toEqual(answer)
  })

  test('written back as it was read changes nothing but its version', async () => {
    const headers = [{ name: 'X-Team', value: 'blue' }]
    const created = await create(aWebhook({ settings: { ...aWebhook().settings, headers } }))
    const before = await query((tx) => secrets.open(tx, created.id))
    const { status, answer } = await call(one.PUT, 'PUT', created.id, { body: created, headers: { 'if-match': '1' } })
    expect(status).toBe(200)
    expect(answer).toEqual({ ...created, version: 2, updatedAt: expect.any(String) })
    expect(await query((tx) => secrets.open(tx, created.id))).toEqual(before)
  })

  test('changes a secret that was sent and keeps the others', async () => {
    const created = await create()
    const settings = { url: { set: true }, signingSecret: `whsec_${Buffer.alloc(32, 8).toString('base64')}` }
    await call(one.PUT, 'PUT', created.id, { body: { ...created, settings }, headers: { 'if-match': '"1"' } })
    const opened = await query((tx) => secrets.open(tx, created.id))
    expect(opened).toMatchObject({
      url: 'https://alerts.example.com/in/token-abc123',
      signingSecret: settings.signingSecret,
    })
  })

  test('cannot be created with a secret that is only said to be set', async () => {
    const { status, answer } = await call(all.POST, 'POST', undefined, {
      body: aWebhook({ settings: { url: { set: true } } }),
    })
    expect(status).toBe(400)
    expect(answer.fields).toHaveProperty(['settings.url'])
  })

  test('is changed only by who names the version that is there', async () => {
    const created = await create()
    expect(await call(one.PUT, 'PUT', created.id, { body: created })).toMatchObject({
      status: 400,
      answer: { fields: { 'if-match': expect.any(String) } },
    })
    expect(await call(one.PUT, 'PUT', created.id, { body: created, headers: { 'if-match': '7' } })).toMatchObject({
      status: 409,
    })
    expect(await call(one.DELETE, 'DELETE', created.id, { headers: { 'if-match': '7' } })).toMatchObject({
      status: 409,
    })
    expect((await call(one.GET, 'GET', created.id)).answer).toEqual(created)
  })

  test('names a fallback, which is read back beside how it is delivered to', async () => {
    const standIn = await create()
    const { id } = await create({
      ...aWebhook(),
      delivery: { timeoutSeconds: 5, retrySeconds: [1, 2] },
      fallback: { destinationId: standIn.id },
    })
    expect((await call(one.GET, 'GET', id)).answer).toMatchObject({
      delivery: { timeoutSeconds: 5, retrySeconds: [1, 2] },
      fallback: { destinationId: standIn.id, afterMinutes: 10 },
    })
  })

  test('is paused until a moment, and resumed', async () => {
    const { id } = await create()
    const until = new Date(Date.now() + 3_600_000).toISOString()
    expect(await call(pause.POST, 'POST', id, { body: { until } })).toMatchObject({
      status: 200,
      answer: { paused: true, pausedUntil: until },
    })
    expect(await call(pause.POST, 'POST', id)).toMatchObject({ answer: { paused: true, pausedUntil: null } })
    expect(await call(resume.POST, 'POST', id)).toMatchObject({ answer: { paused: false, pausedUntil: null } })
  })

  test('is deleted, and gone', async () => {
    const { id } = await create()
    expect((await call(one.DELETE, 'DELETE', id, { headers: { 'if-match': '1' } })).status).toBe(204)
    expect((await call(one.GET, 'GET', id)).status).toBe(404)
  })

  test('answers whoever may change it, even without the permission to list', async () => {
    const { value } = await anApiToken({ permissions: ['DestinationModify'] })
    expect(await call(all.POST, 'POST', undefined, { body: aWebhook(), by: value })).toMatchObject({ status: 201 })
    expect(await call(all.GET, 'GET', undefined, { by: value })).toMatchObject({ status: 403 })
  })

  test('is created once under one Idempotency-Key', async () => {
    const given = { body: aWebhook(), headers: { 'idempotency-key': `create-${Date.now()}` } }
    const first = await call(all.POST, 'POST', undefined, given)
    expect(await call(all.POST, 'POST', undefined, given)).toEqual(first)
  })
})

describe('the list of the API', () => {
  test('is met page by page, each destination once', async () => {
    const made = [await create(), await create(), await create()].map(({ id }) => id)
    const met: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const path: string = `/v1/destinations?limit=2${cursor && `&cursor=${cursor}`}`
      const { answer } = await call(all.GET, 'GET', undefined, { path })
      met.push(...answer.results.map(({ id }: { id: string }) => id))
      cursor = answer.next
    }
    expect(new Set(met).size).toBe(met.length)
    expect(met).toEqual(expect.arrayContaining(made))
  })

  test('refuses a page that is too large', async () => {
    expect(await call(all.GET, 'GET', undefined, { path: '/v1/destinations?limit=101' })).toMatchObject({ status: 400 })
  })
})
