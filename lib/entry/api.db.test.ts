import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { operation } from '../api/operation'
import { apiTokens } from '../repositories/api-tokens'
import { disconnect, query } from '../repositories/db'
import { closeSql } from '../repositories/sql'
import { anApiToken, apiRequest, noParams } from '../testing/api-requests'
import { aCaller } from '../testing/callers'
import { revokeApiToken } from '../usecases/revoke-api-token'
import { apiRoute } from './api'
import { BODY_MAX_BYTES } from './api-body'

const echo = operation({
  id: 'echo',
  method: 'POST',
  path: '/v1/echo',
  group: 'Alerts',
  summary: 'Says what it heard',
  permission: 'AlertModify',
  query: z.object({ tag: z.array(z.string()).optional(), of: z.string().optional() }),
  body: z.object({ title: z.string('Give a title.'), size: z.number().optional() }),
  answer: z.unknown(),
})
const POST = apiRoute(echo, async (caller, { body, query }) => ({ by: caller.name, ...body, ...query }), 'sql')

let token = ''
beforeAll(async () => {
  token = (await anApiToken()).value
})
afterAll(async () => {
  await disconnect()
  await closeSql()
})

async function send(options: Parameters<typeof apiRequest>[2], path = '/v1/echo') {
  const response = await POST(apiRequest('POST', path, { token, body: { title: 'x' }, ...options }), noParams)
  return { status: response.status, headers: response.headers, answer: await response.json() }
}

describe('the way in', () => {
  test('opens to a token in either header', async () => {
    expect(await send({})).toMatchObject({ status: 200, answer: { title: 'x' } })
    expect(await send({ token: undefined, headers: { authorization: `Bearer ${token}` } })).toMatchObject({
      status: 200,
    })
  })

  test('refuses no token, an unknown, an expired, a revoked one and one from elsewhere with the same words', async () => {
    const soon = new Date(Date.now() + 50)
    const expiring = await anApiToken({ expiresAt: soon })
    const revoked = await anApiToken()
    await revokeApiToken(aCaller(), { id: revoked.id })
    const elsewhere = await anApiToken({ cidrs: ['10.0.0.0/8', '2001:db8::/32'] })
    await expect.poll(() => Date.now()).toBeGreaterThan(soon.getTime())
    const refused = [undefined, 'syd_nobody', expiring.value, revoked.value, elsewhere.value]
    const answers = await Promise.all(refused.map((value) => send({ token: value })))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]))
    expect(new Set(answers.map(({ answer }) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.headers.get('www-authenticate')).toBe('Bearer')
  })

  test('lets a token with ranges in from inside them, IPv4 in IPv6 clothing included', async () => {
    const { value } = await anApiToken({ cidrs: ['10.0.0.0/8', '2001:db8::/32'] })
    for (const from of ['10.1.2.3', '::ffff:10.1.2.3', '2001:db8::7']) {
      expect(await send({ token: value, from }), from).toMatchObject({ status: 200 })
    }
    for (const from of ['11.1.2.3', '2001:db9::7', 'unknown']) {
      expect(await send({ token: value, from }), from).toMatchObject({ status: 401 })
    }
  })

  test('is closed to the console’s session', async () => {
    const cookie = 'better-auth.session_token=anything'
    expect(await send({ token: undefined, headers: { cookie } })).toMatchObject({ status: 401 })
  })

  test('asks for the permission before it reads the body', async () => {
    const { value } = await anApiToken({ permissions: ['AlertRead'] })
    const refused = await send({ token: value, body: 'no JSON' })
    expect(refused).toMatchObject({ status: 403, answer: { message: expect.stringContaining('AlertModify') } })
  })

  test('notes when the token was used', async () => {
    const { id, value } = await anApiToken()
    await send({ token: value })
    const noted = (await query((tx) => apiTokens.list(tx))).find((listed) => listed.id === id)
    expect(noted?.lastUsedAt).toBeInstanceOf(Date)
  })
})

describe('what was sent', () => {
  test('is refused with its fields named', async () => {
    expect(await send({ body: { size: 'big' } })).toMatchObject({
      status: 400,
      answer: {
        message: '2 fields need your attention.',
        fields: { title: 'Give a title.', size: expect.any(String) },
      },
    })
  })

  test('is refused with the place where it stops being JSON', async () => {
    const { status, answer } = await send({ body: '{"title": nothing}' })
    expect(status).toBe(400)
    expect(answer.message).toContain('nothing')
  })

  test('is refused unless it says that it is JSON', async () => {
    const { status, answer } = await send({ headers: { 'content-type': 'application/x-www-form-urlencoded' } })
    expect(status).toBe(400)
    expect(answer.message).toContain('application/json')
  })

  test('is refused when it is too large, by what it says and by what it is', async () => {
    const large = JSON.stringify({ title: 'x'.repeat(BODY_MAX_BYTES) })
    expect(await send({ body: large })).toMatchObject({ status: 413 })
    expect(await send({ headers: { 'content-length': String(BODY_MAX_BYTES + 1) } })).toMatchObject({ status: 413 })
  })

  test('holds lists as repeated, bracketed or single parameters', async () => {
    expect(await send({}, '/v1/echo?tag=a&tag=b&of=one')).toMatchObject({ answer: { tag: ['a', 'b'], of: 'one' } })
    expect(await send({}, '/v1/echo?tag[]=a')).toMatchObject({ answer: { tag: ['a'] } })
  })
})
