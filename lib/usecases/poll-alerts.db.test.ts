import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { PollAlertsQuery } from '../contracts/poll-alerts'
import { uuidOf } from '../domain/alert-record'
import { disconnect } from '../repositories/db'
import { closeSql, sqlQuery, sqlTransaction } from '../repositories/sql'
import { acceptedAlerts } from '../testing/accepted-alerts'
import { aCaller } from '../testing/callers'
import { pollAlerts } from './poll-alerts'
import { updateAlerts } from './update-alerts'

const caller = aCaller({ now: new Date() })
afterAll(async () => {
  await closeSql()
  await disconnect()
})

const poll = (query: Record<string, unknown>) => pollAlerts(caller, PollAlertsQuery.parse(query))
const idsOf = async (query: Record<string, unknown>) => (await poll(query)).results.map(({ id }) => id)

async function idsOfAllPages(query: Record<string, unknown>) {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const { results, next } = await poll({ ...query, cursor })
    ids.push(...results.map(({ id }) => id))
    cursor = next ?? undefined
  } while (cursor)
  return ids
}

const acceptedAt = async (id: string): Promise<Date> => {
  const [row] = await sqlQuery((sql) =>
    sql.rows<{ at: Date }>('SELECT accepted_at AS at FROM alert WHERE id = $1::uuid', [uuidOf(id)]),
  )
  return row?.at ?? new Date(0)
}

const setAcceptedAt = (id: string, at: Date) =>
  sqlQuery((sql) => sql.rows('UPDATE alert SET accepted_at = $2 WHERE id = $1::uuid', [uuidOf(id), at]))

const waitsForAcceptance = async (): Promise<boolean> => {
  const waiting = await sqlQuery((sql) =>
    sql.rows(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`),
  )
  return waiting.length > 0
}

describe('polling alerts', () => {
  test('goes by the order of acceptance, either way, page by page', async () => {
    const detectionId = randomUUID()
    const ids = await acceptedAlerts(...Array.from({ length: 7 }, () => ({ detectionId })))
    const list = { 'detection-id': detectionId, limit: 3 }
    expect(await idsOfAllPages({ ...list, 'sort-dir': 'asc' })).toEqual(ids)
    expect(await idsOfAllPages(list)).toEqual(ids.toReversed())
  })

  test('with a cursor goes on to what came since, and comes to none twice', async () => {
    const detectionId = randomUUID()
    const first = await acceptedAlerts({ detectionId }, { detectionId }, { detectionId })
    const list = { 'detection-id': detectionId, limit: 2, 'sort-dir': 'asc' }
    const { next } = await poll(list)
    const later = await acceptedAlerts({ detectionId })
    expect(await idsOf({ ...list, cursor: next, limit: 50 })).toEqual([first[2], ...later])
  })

  test('downwards is not disturbed by what comes meanwhile', async () => {
    const detectionId = randomUUID()
    const ids = await acceptedAlerts({ detectionId }, { detectionId }, { detectionId })
    const { next } = await poll({ 'detection-id': detectionId, limit: 2 })
    await acceptedAlerts({ detectionId })
    expect(await idsOf({ 'detection-id': detectionId, limit: 2, cursor: next })).toEqual([ids[0]])
  })

  test('sees no alert before an earlier one, however long that takes to be accepted', async () => {
    const detectionId = randomUUID()
    const list = { 'detection-id': detectionId, 'sort-dir': 'asc' }
    const { promise: isSeen, resolve: goOn } = Promise.withResolvers<void>()
    const { promise: isNumbered, resolve: numbered } = Promise.withResolvers<void>()
    const slow = sqlTransaction(async () => {
      const ids = await acceptedAlerts({ detectionId })
      numbered()
      await isSeen
      return ids
    })
    await isNumbered
    const quick = acceptedAlerts({ detectionId })
    await Promise.race([quick, expect.poll(waitsForAcceptance).toBe(true)])
    const meanwhile = await idsOf(list)
    goOn()
    const ids = [...(await slow), ...(await quick)]
    expect(ids.slice(0, meanwhile.length)).toEqual(meanwhile)
    expect(await idsOf(list)).toEqual(ids)
  })

  test('takes in both ends of its time', async () => {
    const detectionId = randomUUID()
    const [a = '', b = '', c = ''] = [
      ...(await acceptedAlerts({ detectionId })),
      ...(await acceptedAlerts({ detectionId })),
      ...(await acceptedAlerts({ detectionId })),
    ]
    const noon = new Date('2026-03-01T12:00:00Z')
    await setAcceptedAt(a, new Date(noon.getTime() - 1))
    await setAcceptedAt(b, noon)
    await setAcceptedAt(c, new Date(noon.getTime() + 1))
    const list = { 'detection-id': detectionId, 'sort-dir': 'asc' }
    expect(await idsOf({ ...list, 'created-after': noon.toISOString() })).toEqual([b, c])
    expect(await idsOf({ ...list, 'created-after': '2026-03', 'created-before': noon.toISOString() })).toEqual([a, b])
  })

  test('from a time on misses nothing when the clock was set back since', async () => {
    const detectionId = randomUUID()
    const [a = '', b = ''] = [...(await acceptedAlerts({ detectionId })), ...(await acceptedAlerts({ detectionId }))]
    const createdAfter = (await acceptedAt(a)).toISOString()
    await setAcceptedAt(b, new Date(Date.parse(createdAfter) - 3_600_000))
    for (const direction of ['asc', 'desc']) {
      const list = { 'detection-id': detectionId, 'created-after': createdAfter, 'sort-dir': direction }
      expect((await idsOf(list)).sort()).toEqual([a, b].sort())
    }
  })

  test('begins 30 days ago unless told otherwise, and a cursor where its own list began', async () => {
    const detectionId = randomUUID()
    const ids = await acceptedAlerts({ detectionId }, { detectionId }, { detectionId })
    const old = await acceptedAt(ids[0] ?? '')
    const inDays = (days: number) => ({ ...caller, now: new Date(old.getTime() + days * 86_400_000) })
    const list = PollAlertsQuery.parse({ 'detection-id': detectionId, limit: 1, 'sort-dir': 'asc' })
    const { next } = await pollAlerts(inDays(29), list)
    expect((await pollAlerts(inDays(31), list)).results).toEqual([])
    expect((await pollAlerts(inDays(31), { ...list, cursor: next ?? '' })).results).toHaveLength(1)
  })

  test('finds nothing from a time that is to come', async () => {
    const detectionId = randomUUID()
    await acceptedAlerts({ detectionId })
    for (const direction of ['asc', 'desc']) {
      expect(await idsOf({ 'detection-id': detectionId, 'created-after': '2200-01', 'sort-dir': direction })).toEqual(
        [],
      )
    }
  })

  test('takes each of Panther’s conditions', async () => {
    const detectionId = randomUUID()
    const dedup = randomUUID()
    const [rule = '', error = '', often = ''] = await acceptedAlerts(
      { detectionId, title: 'Root LOGIN', logTypes: ['AWS.CloudTrail'], severity: 'CRITICAL' },
      { detectionId, type: 'RULE_ERROR' },
      { detectionId, dedup },
      { detectionId, dedup },
    )
    await updateAlerts(caller, { ids: [rule], status: 'TRIAGED', quality: 'NOISE', contextTags: ['vip', 'prod'] })
    const found = (query: Record<string, unknown>) => idsOf({ 'detection-id': detectionId, ...query })
    expect(await found({})).toEqual([often, rule])
    expect(await found({ type: 'DETECTION_ERROR' })).toEqual([error])
    expect(await found({ 'sub-type': 'RULE_ERROR' })).toEqual([error])
    expect(await found({ 'name-contains': 'root login' })).toEqual([rule])
    expect(await found({ 'log-type': 'AWS.CloudTrail,Other' })).toEqual([rule])
    expect(await found({ severity: 'CRITICAL' })).toEqual([rule])
    expect(await found({ status: ['OPEN'] })).toEqual([often])
    expect(await found({ quality: 'NOISE' })).toEqual([rule])
    expect(await found({ 'context-tag': 'prod' })).toEqual([rule])
    expect(await found({ assignee: 'somebody' })).toEqual([])
    expect(await found({ 'event-count-min': '2' })).toEqual([often])
    expect(await found({ 'event-count-max': '1' })).toEqual([rule])
    expect(await found({ 'log-source': 'any' })).toEqual([])
  })

  test('shows what was changed', async () => {
    const detectionId = randomUUID()
    const [id = ''] = await acceptedAlerts({ detectionId, alertContext: { ip: '192.0.2.1' } })
    await updateAlerts(caller, { ids: [id], status: 'RESOLVED' })
    const [record] = (await poll({ 'detection-id': detectionId })).results
    expect(record).toMatchObject({ id, status: 'RESOLVED', context: { ip: '192.0.2.1' } })
  })

  test('asks for AlertRead', async () => {
    const nobody = { ...caller, permissions: new Set<never>() }
    await expect(pollAlerts(nobody, PollAlertsQuery.parse({}))).rejects.toMatchObject({ code: 'forbidden' })
  })
})
