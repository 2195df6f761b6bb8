import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { operation } from '../api/operation'
import { AppError } from '../errors'
import { disconnect, query, transaction } from '../repositories/db'
import { closeSql, sqlQuery, sqlTransaction } from '../repositories/sql'
import { throttle } from '../repositories/throttle'
import { anApiToken, apiRequest, noParams } from '../testing/api-requests'
import { apiRoute } from './api'
import type { Transacts } from './idempotent'

const write = operation({
  id: 'count',
  method: 'POST',
  path: '/v1/count',
  group: 'Alerts',
  summary: 'Counts one under a name',
  permission: null,
  body: z.object({ name: z.string() }),
  answer: z.object({ count: z.number() }),
  status: 201,
})

const INSERT = `INSERT INTO throttle (key, window_start, count) VALUES ($1, now(), 1)
  ON CONFLICT (key) DO UPDATE SET count = throttle.count + 1 RETURNING count`

const counted = async (name: string) => {
  const [row] = await sqlQuery((sql) =>
    sql.rows<{ count: number }>('SELECT count FROM throttle WHERE key = $1', [name]),
  )
  return row?.count ?? 0
}

/** What happens between the work and the end of its transaction. */
type Then = () => Promise<void>

/** A call that counts by the given kind of transaction. */
const counting = (transacts: Transacts, then: Then = async () => undefined) =>
  apiRoute(
    write,
    async (_, { body: { name } }) => {
      if (transacts === 'prisma') {
        return transaction(async (tx) => {
          const { tries } = await throttle.count(tx, name, 3600)
          await then()
          return { count: tries }
        })
      }
      return sqlTransaction(async (sql) => {
        const [row] = await sql.rows<{ count: number }>(INSERT, [name])
        await then()
        return { count: row?.count ?? 0 }
      })
    },
    transacts,
  )

let token = ''
beforeAll(async () => {
  token = (await anApiToken()).value
})
afterAll(async () => {
  await disconnect()
  await closeSql()
})

type Given = { key: string; name: string; path?: string; by?: string }

async function send(route: ReturnType<typeof counting>, { key, name, path = '/v1/count', by = token }: Given) {
  const headers = { 'idempotency-key': key }
  const response = await route(apiRequest('POST', path, { token: by, body: { name }, headers }), noParams)
  return {
    status: response.status,
    replayed: response.headers.get('idempotent-replayed'),
    answer: await response.json(),
  }
}

const given = () => ({ key: randomUUID(), name: `idempotency ${randomUUID()}` })

describe.each(['sql', 'prisma'] as const)('a keyed write by %s', (transacts) => {
  test('is done once: whoever sends it again gets the first answer', async () => {
    const request = given()
    const route = counting(transacts)
    expect(await send(route, request)).toMatchObject({ status: 201, answer: { count: 1 }, replayed: null })
    expect(await send(route, request)).toMatchObject({ status: 201, answer: { count: 1 }, replayed: 'true' })
    expect(await counted(request.name)).toBe(1)
  })

  test('with another body is refused', async () => {
    const request = given()
    await send(counting(transacts), request)
    const other = { ...request, name: `${request.name} other` }
    expect(await send(counting(transacts), other)).toMatchObject({ status: 409 })
    expect(await counted(other.name)).toBe(0)
  })

  test('with other query parameters is refused: they may change what is done', async () => {
    const request = given()
    await send(counting(transacts), request)
    expect(await send(counting(transacts), { ...request, path: '/v1/count?atomic=true' })).toMatchObject({
      status: 409,
    })
  })

  test('that is still running is not begun a second time', async () => {
    const request = given()
    const begun = Promise.withResolvers<void>()
    const end = Promise.withResolvers<void>()
    const slow = counting(transacts, () => {
      begun.resolve()
      return end.promise
    })
    const first = send(slow, request)
    await begun.promise
    expect(await send(counting(transacts), request)).toMatchObject({
      status: 409,
      answer: { message: expect.stringContaining('still running') },
    })
    end.resolve()
    expect(await first).toMatchObject({ status: 201, answer: { count: 1 } })
    expect(await counted(request.name)).toBe(1)
  })

  test('that failed leaves nothing behind and may be tried again under its key', async () => {
    const request = given()
    const failing = counting(transacts, async () => {
      throw new AppError('conflict', 'Not now.')
    })
    expect(await send(failing, request)).toMatchObject({ status: 409, answer: { message: 'Not now.' } })
    expect(await counted(request.name)).toBe(0)
    expect(await send(counting(transacts), request)).toMatchObject({
      status: 201,
      answer: { count: 1 },
      replayed: null,
    })
  })

  test('of another token or path is another request', async () => {
    const request = given()
    const route = counting(transacts)
    await send(route, request)
    const other = await anApiToken()
    expect(await send(route, { ...request, by: other.value })).toMatchObject({ answer: { count: 2 }, replayed: null })
    expect(await send(route, { ...request, path: '/v1/elsewhere' })).toMatchObject({ answer: { count: 3 } })
  })

  test('is done anew a day later', async () => {
    const request = given()
    await send(counting(transacts), request)
    await query(
      (tx) =>
        tx.$executeRaw`UPDATE idempotency SET created_at = now() - interval '25 hours' WHERE key = ${request.key}`,
    )
    expect(await send(counting(transacts), request)).toMatchObject({ answer: { count: 2 }, replayed: null })
    expect(await send(counting(transacts), request)).toMatchObject({ answer: { count: 2 }, replayed: 'true' })
  })
})

test('a hundred at once under one key do the work once', async () => {
  const request = given()
  const route = counting('sql')
  const answers = await Promise.all(Array.from({ length: 100 }, () => send(route, request)))
  expect(await counted(request.name)).toBe(1)
  for (const { status, answer } of answers) {
    if (status === 201) expect(answer).toEqual({ count: 1 })
    else expect(status).toBe(409)
  }
})

test('a key that cannot be one is refused', async () => {
  const { name } = given()
  for (const key of ['', 'a key', 'k'.repeat(256), 'schlüssel']) {
    expect(await send(counting('sql'), { key, name }), key).toMatchObject({ status: 400 })
  }
  expect(await counted(name)).toBe(0)
})
