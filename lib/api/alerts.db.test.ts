import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { POST } from '@/app/v1/alerts/route'
import { disconnect } from '../repositories/db'
import { closeSql, sqlQuery } from '../repositories/sql'
import { anApiToken, apiRequest, noParams } from '../testing/api-requests'

let token = ''
beforeAll(async () => {
  token = (await anApiToken({ permissions: ['AlertModify'] })).value
})
afterAll(async () => {
  await disconnect()
  await closeSql()
})

const alert = (changes: object = {}) => ({
  detectionId: `Test.${randomUUID()}`,
  type: 'RULE',
  severity: 'HIGH',
  title: 'Handed over',
  ...changes,
})

async function handOver(body: unknown, headers: Record<string, string> = {}, query = '') {
  const response = await POST(apiRequest('POST', `/v1/alerts${query}`, { token, body, headers }), noParams)
  return { status: response.status, answer: await response.json() }
}

const stored = async (detectionId: string) =>
  (
    await sqlQuery((sql) =>
      sql.rows<{ count: number }>('SELECT count(*)::int AS count FROM alert WHERE detection_id = $1', [detectionId]),
    )
  )[0]?.count

describe('handing over', () => {
  test('one alert answers with what became of it', async () => {
    const given = alert()
    const { status, answer } = await handOver(given)
    expect(status).toBe(200)
    expect(answer).toEqual({
      results: [expect.objectContaining({ index: 0, alertId: expect.stringMatching(/^[0-9a-f]{32}$/) })],
    })
    expect(await stored(given.detectionId)).toBe(1)
  })

  test('several, a bad one among them, holds up none of the others', async () => {
    const given = alert()
    const { status, answer } = await handOver([given, alert({ severity: 'LOUD' }), null, given])
    expect(status).toBe(200)
    expect(answer.results.map((result: { error?: string }) => 'error' in result)).toEqual([false, true, true, false])
    expect(answer.results[1]).toMatchObject({ index: 1, fields: { severity: expect.any(String) } })
    expect(await stored(given.detectionId)).toBe(2)
  })

  test('takes one alert a line, and judges a line that is no JSON by itself', async () => {
    const given = alert()
    const lines = `${JSON.stringify(given)}\r\n\n{"broken\n${JSON.stringify(given)}\n`
    const { status, answer } = await handOver(lines, { 'content-type': 'application/x-ndjson' })
    expect(status).toBe(200)
    expect(answer.results.map((result: { error?: string }) => 'error' in result)).toEqual([false, true, false])
    expect(await stored(given.detectionId)).toBe(2)
  })

  test('all or none stores nothing when one is bad, and says which', async () => {
    const given = alert()
    const { status, answer } = await handOver([given, alert({ title: '' })], {}, '?atomic=true')
    expect(status).toBe(400)
    expect(answer).toMatchObject({
      message: expect.stringContaining('alert 1'),
      fields: { '1.title': expect.any(String) },
    })
    expect(await stored(given.detectionId)).toBe(0)
  })

  test('more than 1,000 at once is refused as a whole', async () => {
    const { status, answer } = await handOver(Array.from({ length: 1_001 }, () => 1))
    expect(status).toBe(400)
    expect(answer.message).toContain('1000')
  })

  test('something nested without end is that alert’s fault alone', async () => {
    const given = alert()
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
    const body = `[${JSON.stringify(given)},${JSON.stringify(alert({ alertContext: {} })).replace('"alertContext":{}', `"alertContext":{"x":${deep}}`)}]`
    const { status, answer } = await handOver(body)
    expect(status).toBe(200)
    expect(answer.results.map((result: { error?: string }) => 'error' in result)).toEqual([false, true])
    expect(await stored(given.detectionId)).toBe(1)
  })

  test('again under the same Idempotency-Key hands over nothing twice', async () => {
    const given = alert()
    const headers = { 'idempotency-key': randomUUID() }
    const first = await handOver(given, headers)
    expect(await handOver(given, headers)).toEqual(first)
    expect(await handOver(alert(), headers)).toMatchObject({ status: 409 })
    expect(await stored(given.detectionId)).toBe(1)
  })
})
