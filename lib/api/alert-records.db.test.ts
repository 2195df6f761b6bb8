import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as comment from '../../app/v1/alert-comments/[id]/route'
import * as comments from '../../app/v1/alert-comments/route'
import * as events from '../../app/v1/alerts/[id]/events/route'
import * as alert from '../../app/v1/alerts/[id]/route'
import * as alerts from '../../app/v1/alerts/route'
import { AlertAnswer } from '../contracts/alert-answer'
import { disconnect } from '../repositories/db'
import { closeSql } from '../repositories/sql'
import { anApiToken, apiRequest, type noParams } from '../testing/api-requests'

let token = ''
beforeAll(async () => {
  token = (await anApiToken({ permissions: ['AlertRead', 'AlertModify'] })).value
})
afterAll(async () => {
  await closeSql()
  await disconnect()
})

type Method = 'GET' | 'POST' | 'PATCH'
type Handlers = Partial<Record<Method, (request: Request, context: typeof noParams) => Promise<Response>>>

async function call(handlers: Handlers, method: Method, path: string, body?: unknown, key = token) {
  const handler = handlers[method]
  if (!handler) throw new Error(`There is no ${method} there.`)
  const id = /^\/v1\/[\w-]+\/([^/?]+)/.exec(path)?.[1]
  const response = await handler(apiRequest(method, path, { token: key, body }), {
    params: Promise.resolve(id === undefined ? {} : { id }),
  })
  const text = await response.text()
  return { status: response.status, answer: text === '' ? undefined : JSON.parse(text) }
}

async function handedOver(more: object = {}): Promise<string> {
  const body = { detectionId: randomUUID(), type: 'RULE', severity: 'HIGH', title: 'Locked out', ...more }
  const { answer } = await call(alerts, 'POST', '/v1/alerts', body)
  return answer.results[0].alertId
}

describe('GET /v1/alerts', () => {
  test('answers in the documented shape', async () => {
    const detectionId = randomUUID()
    const id = await handedOver({ detectionId, createdAt: '2026-03-01T12:00Z', tags: ['t'] })
    const { status, answer } = await call(
      alerts,
      'GET',
      `/v1/alerts?detection-id=${detectionId}&cursor=&severity[]=HIGH`,
    )
    expect(status).toBe(200)
    expect(answer).toEqual({ results: [expect.objectContaining({ id })], next: null })
    expect(AlertAnswer.strict().parse(answer.results[0])).toMatchObject({
      firstEventOccurredAt: '2026-03-01T12:00:00.000Z',
      detection: { id: detectionId, type: 'RULE' },
      tags: ['t'],
    })
  })

  test('says by name what it cannot read', async () => {
    const query = 'limit=51&severity=SEVERE&created-after=soon&status[]=DONE'
    const { status, answer } = await call(alerts, 'GET', `/v1/alerts?${query}`)
    expect(status).toBe(400)
    expect(Object.keys(answer.fields).sort()).toEqual(['created-after', 'limit', 'severity.0', 'status.0'])
    expect(await call(alerts, 'GET', '/v1/alerts?cursor=x')).toMatchObject({
      status: 400,
      answer: { fields: { cursor: expect.any(String) } },
    })
  })
})

describe('an alert by its id', () => {
  test('is read, and not found when it is none', async () => {
    const id = await handedOver()
    expect(await call(alert, 'GET', `/v1/alerts/${id}`)).toMatchObject({ status: 200, answer: { id, status: 'OPEN' } })
    for (const unknown of ['f'.repeat(32), 'x']) {
      const answered = await call(alert, 'GET', `/v1/alerts/${unknown}`)
      expect(answered).toEqual({ status: 404, answer: { message: `There is no alert ${unknown}.` } })
    }
  })

  test('is changed, and answers with the change', async () => {
    const id = await handedOver()
    const changed = await call(alert, 'PATCH', `/v1/alerts/${id}`, { status: 'TRIAGED', contextTags: ['a', 'a'] })
    expect(changed).toMatchObject({ status: 200, answer: { id, status: 'TRIAGED', contextTags: ['a'] } })
    expect(changed.answer.updatedBy).toMatchObject({ type: 'api-token' })
    expect(await call(alert, 'PATCH', `/v1/alerts/${id}`, {})).toMatchObject({ status: 400 })
    expect(await call(alert, 'PATCH', '/v1/alerts/x', { status: 'OPEN' })).toMatchObject({ status: 404 })
  })

  test('has its events as they were handed over', async () => {
    const [detectionId, dedup] = [randomUUID(), randomUUID()]
    const id = await handedOver({ detectionId, dedup, alertContext: { n: 1 } })
    await handedOver({ detectionId, dedup, alertContext: { n: 2 } })
    const first = await call(events, 'GET', `/v1/alerts/${id}/events?limit=1`)
    expect(first).toMatchObject({ status: 200, answer: { results: [{ n: 1 }] } })
    const rest = await call(events, 'GET', `/v1/alerts/${id}/events?cursor=${first.answer.next}`)
    expect(rest.answer).toEqual({ results: [{ n: 2 }], next: null })
  })
})

describe('PATCH /v1/alerts', () => {
  test('answers with nothing', async () => {
    const ids = [await handedOver(), await handedOver()]
    expect(await call(alerts, 'PATCH', '/v1/alerts', { ids, status: 'CLOSED' })).toEqual({ status: 204 })
    expect(await call(alert, 'GET', `/v1/alerts/${ids[1]}`)).toMatchObject({ answer: { status: 'CLOSED' } })
  })

  test('changes none when one is unknown', async () => {
    const id = await handedOver()
    const unknown = 'e'.repeat(32)
    const answered = await call(alerts, 'PATCH', '/v1/alerts', { ids: [id, unknown], status: 'CLOSED' })
    expect(answered).toEqual({ status: 404, answer: { message: `There is no alert ${unknown}.` } })
    expect(await call(alert, 'GET', `/v1/alerts/${id}`)).toMatchObject({ answer: { status: 'OPEN' } })
  })

  test('asks for AlertModify', async () => {
    const reader = await anApiToken({ permissions: ['AlertRead'] })
    const body = { ids: [await handedOver()], status: 'CLOSED' }
    expect(await call(alerts, 'PATCH', '/v1/alerts', body, reader.value)).toMatchObject({ status: 403 })
  })
})

describe('comments', () => {
  test('are written, read, changed and listed', async () => {
    const alertId = await handedOver()
    const written = await call(comments, 'POST', '/v1/alert-comments', { alertId, body: 'Seen', format: 'PLAIN_TEXT' })
    expect(written).toMatchObject({ status: 200, answer: { alertId, body: 'Seen', format: 'PLAIN_TEXT' } })
    const path = `/v1/alert-comments/${written.answer.id}`
    expect(await call(comment, 'GET', path)).toEqual(written)
    const changed = await call(comment, 'POST', path, { alertId, body: 'Known', format: 'HTML' })
    expect(changed).toMatchObject({ status: 200, answer: { body: 'Known', format: 'HTML' } })
    const listed = await call(comments, 'GET', `/v1/alert-comments?alert-id=${alertId}`)
    expect(listed).toEqual({ status: 200, answer: { results: [changed.answer], next: null } })
  })

  test('are refused where they say nothing, and not found where there are none', async () => {
    const alertId = await handedOver()
    expect(await call(comments, 'POST', '/v1/alert-comments', { alertId, body: ' ' })).toMatchObject({ status: 400 })
    expect(await call(comments, 'POST', '/v1/alert-comments', { alertId: 'x', body: 'y' })).toMatchObject({
      status: 404,
    })
    expect(await call(comments, 'GET', '/v1/alert-comments')).toMatchObject({ status: 400 })
    expect(await call(comment, 'GET', '/v1/alert-comments/x')).toMatchObject({ status: 404 })
  })
})
