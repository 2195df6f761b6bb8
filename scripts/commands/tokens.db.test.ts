import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { apiTokens, hashToken } from '../../lib/repositories/api-tokens'
import { disconnect, query } from '../../lib/repositories/db'
import { closeSql, sqlQuery } from '../../lib/repositories/sql'
import { tokens } from './tokens'

afterAll(async () => {
  await disconnect()
  await closeSql()
})

async function run(args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), readFile: () => '' }
  return { status: await tokens(args, io), out, err: err.join('\n') }
}

test('prints the value of a new token and nothing else', async () => {
  const name = `cli ${randomUUID()}`
  const { status, out, err } = await run([
    'create',
    ...['--name', name],
    ...['--permissions', 'AlertModify, AlertRead'],
    ...['--expires', '2126-01-31T12:00:00Z'],
    ...['--cidr', '10.0.0.0/8,192.0.2.7'],
  ])
  expect({ status, err }).toEqual({ status: 0, err: '' })
  expect(out).toEqual([expect.stringMatching(/^syd_[\w-]{43}$/)])
  expect(await sqlQuery((sql) => apiTokens.findByHash(sql, hashToken(out[0] ?? '')))).toMatchObject({
    name,
    permissions: ['AlertRead', 'AlertModify'],
    cidrs: ['10.0.0.0/8', '192.0.2.7/32'],
    expiresAt: new Date('2126-01-31T12:00:00Z'),
    createdBy: 'Command line',
  })
})

test('says which option is wrong, and what it takes', async () => {
  const before = (await query((tx) => apiTokens.list(tx))).length
  const { status, out, err } = await run(['create', '--permissions', 'Everything', '--cidr', 'home'])
  expect({ status, out }).toEqual({ status: 2, out: [] })
  expect(err).toMatch(/--name: .*\n--permissions: .*AlertModify.*\n--cidr: .*CIDR/)
  await expect(run(['create', '--cidrs', '10.0.0.0/8'])).rejects.toThrow('--cidrs')
  expect((await query((tx) => apiTokens.list(tx))).length).toBe(before)
})
