import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AlertChangesInput, AlertPageQuery, UpdateAlertsInput } from '../contracts/alert-record'
import { uuidOf } from '../domain/alert-record'
import { disconnect, query } from '../repositories/db'
import { closeSql, sqlQuery } from '../repositories/sql'
import { users } from '../repositories/users'
import { acceptedAlerts } from '../testing/accepted-alerts'
import { aCaller } from '../testing/callers'
import { aWebhook } from '../testing/inputs'
import { createDestination } from './create-destination'
import { getAlertRecord } from './get-alert-record'
import { listAlertChanges } from './list-alert-changes'
import { listAlertEvents } from './list-alert-events'
import { updateAlert } from './update-alert'
import { updateAlerts } from './update-alerts'

const caller = aCaller()
const reader = aCaller({ role: 'AnalystReadOnly' })
const unknownId = 'f'.repeat(32)
const email = `grace-${randomUUID()}@example.com`
let graceId = ''

beforeAll(async () => {
  const grace = { name: 'Grace', email, role: 'Analyst' as const, passwordHash: 'none' }
  graceId = (await query((tx) => users.insert(tx, grace))).id
})
afterAll(async () => {
  await closeSql()
  await disconnect()
})

const page = (id: string, more: object = {}) => AlertPageQuery.parse({ id, ...more })
const update = (input: object) => updateAlerts(caller, UpdateAlertsInput.parse(input))
const changesOf = async (id: string) => (await listAlertChanges(caller, page(id))).results
const stateOf = (id: string) => getAlertRecord(caller, { id })

describe('updating alerts', () => {
  test('changes what is given, tells who did, and keeps what was', async () => {
    const [id = ''] = await acceptedAlerts({})
    await update({
      ids: [id],
      status: 'TRIAGED',
      assignee: email.toUpperCase(),
      quality: 'NOISE',
      contextTags: ['vip'],
    })
    expect(await stateOf(id)).toMatchObject({
      status: 'TRIAGED',
      assignee: { id: graceId, type: 'user' },
      quality: 'NOISE',
      contextTags: ['vip'],
      updatedBy: { id: 'user-1', type: 'user' },
    })
    const changes = (await changesOf(id)).map(({ field, before, after }) => [field, before, after])
    expect(changes.sort()).toEqual([
      ['assignee', '', 'Grace'],
      ['contextTags', '', 'vip'],
      ['quality', '', 'NOISE'],
      ['status', 'OPEN', 'TRIAGED'],
    ])
  })

  test('clears with null and with an empty string', async () => {
    const [one = '', other = ''] = await acceptedAlerts({}, {})
    await update({ ids: [one, other], assignee: graceId, quality: 'USEFUL', contextTags: ['a'] })
    await update({ ids: [one], assignee: null, quality: null, contextTags: [] })
    await update({ ids: [other], assignee: '', quality: '', contextTags: [] })
    for (const id of [one, other]) {
      const state = await stateOf(id)
      expect([state.assignee, state.quality, state.contextTags]).toEqual([undefined, undefined, []])
    }
  })

  test('leaves alone what is so already', async () => {
    const [id = ''] = await acceptedAlerts({})
    await update({ ids: [id], status: 'OPEN', contextTags: [] })
    expect((await stateOf(id)).updatedBy).toBeUndefined()
    expect(await changesOf(id)).toEqual([])
  })

  test('changes none when one is unknown, and names it', async () => {
    const [id = ''] = await acceptedAlerts({})
    for (const missing of [unknownId, 'no-id']) {
      await expect(update({ ids: [id, missing], status: 'RESOLVED' })).rejects.toMatchObject({
        code: 'not-found',
        message: expect.stringContaining(missing),
      })
    }
    expect((await stateOf(id)).status).toBe('OPEN')
  })

  test('assigns to users only', async () => {
    const [id = ''] = await acceptedAlerts({})
    await expect(update({ ids: [id], assignee: 'nobody@example.com' })).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { assignee: expect.stringContaining('nobody@example.com') },
    })
  })

  test('takes an id in either spelling, once', async () => {
    const [id = ''] = await acceptedAlerts({})
    await update({ ids: [id, uuidOf(id), id.toUpperCase()], status: 'RESOLVED' })
    expect(await changesOf(id)).toHaveLength(1)
  })

  test('by two at once makes one history', async () => {
    const [a = '', b = ''] = await acceptedAlerts({}, {})
    await Promise.all([
      ...Array.from({ length: 8 }, () => update({ ids: [a, b], status: 'TRIAGED' })),
      ...Array.from({ length: 8 }, () => update({ ids: [b, a], status: 'RESOLVED' })),
    ])
    const changes = (await changesOf(a)).map(({ before, after }) => [before, after])
    expect(changes.every(([before, after]) => before !== after)).toBe(true)
    expect(changes.filter(([before]) => before === 'OPEN')).toHaveLength(1)
  })

  test('of one answers with it', async () => {
    const [id = ''] = await acceptedAlerts({})
    const changed = await updateAlert(caller, { id, ...AlertChangesInput.parse({ status: 'CLOSED' }) })
    expect(changed).toMatchObject({ id, status: 'CLOSED', updatedBy: { id: 'user-1', type: 'user' } })
  })

  test('asks for AlertModify', async () => {
    const [id = ''] = await acceptedAlerts({})
    await expect(updateAlerts(reader, { ids: [id], status: 'CLOSED' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(updateAlert(reader, { id, status: 'CLOSED' })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test.each([
    [{ ids: ['a'] }, ''],
    [{ ids: [], status: 'OPEN' }, 'ids'],
    [{ ids: ['a'], contextTags: ['Upper'] }, 'contextTags.0'],
    [{ ids: ['a'], contextTags: Array.from({ length: 11 }, (_, index) => `t${index}`) }, 'contextTags'],
    [{ ids: ['a'], status: 'DONE' }, 'status'],
  ])('%o is refused', (input, path) => {
    expect(UpdateAlertsInput.safeParse(input).error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
  })
})

describe('an alert’s record', () => {
  test('has each attempt to deliver it', async () => {
    const destination = aWebhook()
    const { id: destinationId } = await createDestination(caller, destination)
    const [id = ''] = await acceptedAlerts({ destinations: [destination.displayName], alertContext: { b: 1, a: [2] } })
    await sqlQuery((sql) =>
      sql.rows(
        `INSERT INTO attempt (delivery_id, number, destination_id, started_at, outcome, status, topic, exchanges, total_ms)
         SELECT d.id, n, d.destination_id, clock_timestamp() + n * interval '1 s', o, s, t, e::json, 1
         FROM delivery d, (VALUES (1, 'retry', 500, 'receiver-failing', '[{"answer":{"body":"down"}}]'),
           (2, 'delivered', 200, NULL, '[{"answer":{"body":"first"}},{"answer":{"body":"ok"}}]')) AS given(n, o, s, t, e)
         WHERE d.alert_id = $1::uuid`,
        [uuidOf(id)],
      ),
    )
    const answer = await getAlertRecord(caller, { id })
    const label = destination.displayName
    expect(answer).toMatchObject({ id, context: { b: 1, a: [2] }, eventCount: 1 })
    expect(answer.deliveries).toMatchObject([
      { outputId: destinationId, label, statusCode: 500, success: false, message: 'request failed: 500: down' },
      { outputId: destinationId, label, statusCode: 200, success: true, message: 'ok' },
    ])
  })

  test('of an unknown id is not found', async () => {
    for (const id of [unknownId, 'x', '']) {
      await expect(getAlertRecord(caller, { id })).rejects.toMatchObject({ code: 'not-found' })
    }
  })
})

describe('an alert’s events', () => {
  test('begin with its own hand-over and go on with those that joined, page by page', async () => {
    const dedup = randomUUID()
    const [id = ''] = await acceptedAlerts(...[1, 2, 3, 4, 5].map((n) => ({ dedup, alertContext: { n } })))
    const seen: unknown[] = []
    let cursor: string | undefined
    do {
      const { results, next } = await listAlertEvents(caller, page(id, { cursor, limit: 2 }))
      seen.push(...results.map(({ number, event }) => [number, event]))
      cursor = next ?? undefined
    } while (cursor)
    expect(seen).toEqual([1, 2, 3, 4, 5].map((n) => [n, { n }]))
  })

  test('are refused with a cursor that is none, and of an alert that is none', async () => {
    const [id = ''] = await acceptedAlerts({})
    await expect(listAlertEvents(caller, page(id, { cursor: 'x' }))).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(listAlertEvents(caller, page(unknownId))).rejects.toMatchObject({ code: 'not-found' })
  })
})
