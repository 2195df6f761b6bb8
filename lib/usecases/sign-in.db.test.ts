import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { disconnect, query } from '../repositories/db'
import { setupTokens } from '../repositories/setup-tokens'
import { needsSetUp } from './needs-set-up'
import { setUp } from './set-up'
import { signIn } from './sign-in'

const NOW = new Date('2026-03-01T12:00:00Z')
const PASSWORD = 'correct horse battery'
const visitor = { address: '203.0.113.9', now: NOW }
const input = (token: string, email = 'ada@example.com') => ({ token, name: 'Ada', email, password: PASSWORD })

beforeEach(async () => {
  await query(async (tx) => {
    await tx.user.deleteMany()
    await tx.throttle.deleteMany()
    await setupTokens.replace(tx, 'right-token', NOW)
  })
})
afterAll(async () => {
  await query((tx) => tx.user.deleteMany())
  await disconnect()
})

describe('set-up', () => {
  test('with the token creates the first administrator, whose password then signs in', async () => {
    expect(await needsSetUp()).toBe(true)
    await setUp(visitor, input('right-token'))
    expect(await needsSetUp()).toBe(false)
    await expect(signIn(visitor, { email: 'ada@example.com', password: PASSWORD })).resolves.toBeUndefined()
  })

  test('with another token creates nobody, and the token stays', async () => {
    await expect(setUp(visitor, input('wrong-token'))).rejects.toMatchObject({
      code: 'forbidden',
      fields: { token: expect.any(String) },
    })
    expect(await needsSetUp()).toBe(true)
    await setUp(visitor, input('right-token'))
  })

  test('submitted twice at once makes one administrator', async () => {
    const results = await Promise.allSettled([
      setUp(visitor, input('right-token', 'a@example.com')),
      setUp(visitor, input('right-token', 'b@example.com')),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await query((tx) => tx.user.count())).toBe(1)
  })

  test('takes ten tries a minute', async () => {
    for (let tries = 0; tries < 10; tries++)
      await expect(setUp(visitor, input('wrong'))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(setUp(visitor, input('right-token'))).rejects.toMatchObject({ code: 'too-many-tries' })
  })
})

describe('sign-in', () => {
  beforeEach(() => setUp(visitor, input('right-token')))
  const wrong = { email: 'ada@example.com', password: 'not the password' }

  test('with a wrong password and for an unknown address says the same', async () => {
    const messages = await Promise.all(
      [wrong, { ...wrong, email: 'nobody@example.com' }].map((given) =>
        signIn(visitor, given).catch((error: Error) => error.message),
      ),
    )
    expect(new Set(messages)).toEqual(
      new Set(['The e-mail address or the password is wrong. Check both and try again.']),
    )
  })

  test('is refused after five wrong passwords, even with the right one, and only from that address', async () => {
    for (let tries = 0; tries < 5; tries++)
      await expect(signIn(visitor, wrong)).rejects.toMatchObject({ code: 'signed-out' })
    const right = { ...wrong, password: PASSWORD }
    await expect(signIn(visitor, right)).rejects.toMatchObject({ code: 'too-many-tries' })
    await expect(signIn({ ...visitor, address: '203.0.113.10' }, right)).resolves.toBeUndefined()
  })

  test('that worked forgets the wrong tries before it', async () => {
    for (let tries = 0; tries < 4; tries++)
      await expect(signIn(visitor, wrong)).rejects.toMatchObject({ code: 'signed-out' })
    await signIn(visitor, { ...wrong, password: PASSWORD })
    for (let tries = 0; tries < 4; tries++)
      await expect(signIn(visitor, wrong)).rejects.toMatchObject({ code: 'signed-out' })
  })

  test('keeps no password in clear', async () => {
    const rows = await query((tx) => tx.$queryRaw<{ row: string }[]>`SELECT a::text AS row FROM account a`)
    expect(rows.map(({ row }) => row).join()).not.toContain(PASSWORD)
  })
})
