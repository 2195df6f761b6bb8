import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { NewApiTokenInput } from '../contracts/api-token'
import { disconnect, query } from '../repositories/db'
import { aCaller } from '../testing/callers'
import { createApiToken } from './create-api-token'
import { listApiTokens } from './list-api-tokens'
import { revokeApiToken } from './revoke-api-token'

const caller = aCaller()
afterAll(disconnect)

const input = (changes: Record<string, unknown> = {}) =>
  NewApiTokenInput.parse({ name: `token ${randomUUID()}`, permissions: ['AlertModify'], ...changes })

const listed = async (id: string) => (await listApiTokens(caller)).find((token) => token.id === id)

describe('a new token', () => {
  test('is listed with everything but its value, which is kept nowhere', async () => {
    const { name } = input()
    const expiresAt = '2026-04-01T12:00:00.000Z'
    const { id, value } = await createApiToken(caller, input({ name, expiresAt, cidrs: ['10.0.0.8', '10.0.0.8/32'] }))
    expect(value).toMatch(/^syd_[\w-]{43}$/)
    expect(await listed(id)).toEqual({
      id,
      name,
      hint: value.slice(0, 8),
      permissions: ['AlertModify'],
      cidrs: ['10.0.0.8/32'],
      expiresAt,
      isExpired: false,
      createdAt: caller.now.toISOString(),
      createdBy: 'Ada',
      lastUsedAt: null,
    })
    const rows = await query((tx) => tx.$queryRaw<unknown[]>`SELECT * FROM api_token WHERE id = ${id}::uuid`)
    expect(JSON.stringify(rows)).not.toContain(value)
  })

  test('cannot do more than who creates it', async () => {
    const narrow = { ...caller, permissions: new Set(['OrganizationAPITokenModify', 'AlertRead'] as const) }
    await expect(createApiToken(narrow, input())).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('AlertModify'),
    })
    await expect(createApiToken(narrow, input({ permissions: ['AlertRead'] }))).resolves.toBeDefined()
  })

  test('needs a name of its own, until the other is revoked', async () => {
    const first = input()
    const { id } = await createApiToken(caller, first)
    await expect(createApiToken(caller, first)).rejects.toMatchObject({
      code: 'conflict',
      fields: { name: expect.any(String) },
    })
    await revokeApiToken(caller, { id })
    await expect(createApiToken(caller, first)).resolves.toBeDefined()
  })

  test('expires in the time to come', async () => {
    await expect(createApiToken(caller, input({ expiresAt: '2026-03-01T12:00:00Z' }))).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { expiresAt: expect.any(String) },
    })
  })

  test('is given by administrators alone', async () => {
    for (const role of ['Analyst', 'AnalystReadOnly'] as const) {
      await expect(createApiToken(aCaller({ role }), input())).rejects.toMatchObject({ code: 'forbidden' })
      await expect(listApiTokens(aCaller({ role }))).rejects.toMatchObject({ code: 'forbidden' })
      await expect(revokeApiToken(aCaller({ role }), { id: randomUUID() })).rejects.toMatchObject({ code: 'forbidden' })
    }
  })
})

describe('an input', () => {
  test.each([
    ['no permission', { permissions: [] }, 'permissions'],
    ['an unknown permission', { permissions: ['Everything'] }, 'permissions.0'],
    ['a range that is none', { cidrs: ['10.0.0.0/33'] }, 'cidrs.0'],
    ['a moment without offset', { expiresAt: '2027-01-01T00:00:00' }, 'expiresAt'],
    ['a blank name', { name: ' ' }, 'name'],
  ])('with %s is refused at its field', (_, changes, field) => {
    const given = { name: 'x', permissions: ['AlertRead'], ...changes }
    expect(NewApiTokenInput.safeParse(given).error?.issues.map(({ path }) => path.join('.'))).toEqual([field])
  })
})

describe('a revoked token', () => {
  test('is listed no more, and cannot be revoked again', async () => {
    const { id } = await createApiToken(caller, input())
    await revokeApiToken(caller, { id })
    expect(await listed(id)).toBeUndefined()
    await expect(revokeApiToken(caller, { id })).rejects.toMatchObject({ code: 'not-found' })
  })
})
