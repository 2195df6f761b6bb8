import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { DestinationListQuery, type UpdateDestinationInput } from '../contracts/destination'
import { resumeDue } from '../delivery/resume-due'
import { disconnect } from '../repositories/db'
import { closeSql, sqlQuery } from '../repositories/sql'
import { acceptedAlerts } from '../testing/accepted-alerts'
import { aCaller } from '../testing/callers'
import { aWebhook } from '../testing/inputs'
import { createDestination } from './create-destination'
import { deleteDestination } from './delete-destination'
import { describeDependants } from './describe-dependants'
import { getDestination } from './get-destination'
import { listDeliveries } from './list-deliveries'
import { listDestinations } from './list-destinations'
import { listRevisions } from './list-revisions'
import { pauseDestination, resumeDestination } from './pause-destination'
import { restoreDestination } from './restore-destination'
import { updateDestination } from './update-destination'

const caller = aCaller({ now: new Date() })
afterAll(async () => {
  await disconnect()
  await closeSql()
})

const sql = (text: string, values: unknown[]) => sqlQuery((run) => run.rows(text, values))

async function created(delivery = {}, input = aWebhook({ severities: [], alertTypes: [], delivery })) {
  const { id } = await createDestination(caller, input)
  return { id, input }
}

async function saved(id: string, input: ReturnType<typeof aWebhook>, delivery: UpdateDestinationInput['delivery']) {
  const { version } = await getDestination(caller, { id })
  return updateDestination(caller, {
    ...input,
    settings: { url: '', signingSecret: '' },
    delivery,
    id,
    version,
  })
}

/** Alerts that name the destination, and that no other of these tests takes. */
const alertsTo = (id: string, count: number) =>
  acceptedAlerts(
    ...Array.from({ length: count }, () => ({ destinations: [id], severity: 'INFO', type: 'SCHEDULED_RULE' })),
  )

describe('delivery settings', () => {
  test('are kept, read well in the history, and come back by restoring', async () => {
    const { id, input } = await created({ retrySeconds: [5, 60], timeoutSeconds: 20 })
    await saved(id, input, { retrySeconds: [] })
    expect((await getDestination(caller, { id })).delivery).toEqual({ retrySeconds: [] })
    const [latest] = await listRevisions(caller, { id })
    expect(latest?.differences).toEqual([
      { field: 'Time-out', before: '20 s', after: '15 s' },
      { field: 'Retry schedule', before: '5s, 1m', after: 'no retries' },
    ])
    await restoreDestination(caller, { id, version: 2, revision: 1 })
    expect((await getDestination(caller, { id })).delivery).toEqual({ retrySeconds: [5, 60], timeoutSeconds: 20 })
  })

  test('when saved close the circuit', async () => {
    const { id, input } = await created()
    await sql(
      `UPDATE lane SET circuit_open_since = now(), circuit_reason = 'It broke.', probe_at = now() + interval '30 s' WHERE destination_id = $1`,
      [id],
    )
    expect((await getDestination(caller, { id })).health).toMatchObject({ state: 'circuit-open', reason: 'It broke.' })
    await saved(id, input, { timeoutSeconds: 30 })
    expect((await getDestination(caller, { id })).health.state).toBe('never-used')
  })
})

describe('a fallback', () => {
  test('is neither itself, nor one that is not there', async () => {
    const { id, input } = await created()
    const refusal = { code: 'invalid-input', fields: { 'delivery.fallbackId': expect.any(String) } }
    await expect(saved(id, input, { fallbackId: id })).rejects.toMatchObject(refusal)
    await expect(saved(id, input, { fallbackId: randomUUID() })).rejects.toMatchObject(refusal)
  })

  test('never leads back, over however many', async () => {
    const first = await created()
    const second = await created({ fallbackId: first.id })
    const third = await created({ fallbackId: second.id })
    await expect(saved(first.id, first.input, { fallbackId: third.id })).rejects.toMatchObject({
      message: expect.stringContaining('circle'),
    })
    await saved(third.id, third.input, { fallbackId: first.id })
  })

  test('makes no circle by two saves at the same moment', async () => {
    const [left, right] = [await created(), await created()]
    const results = await Promise.allSettled([
      saved(left.id, left.input, { fallbackId: right.id }),
      saved(right.id, right.input, { fallbackId: left.id }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('that is deleted is taken from those that fell back to it, and stays away when they are restored', async () => {
    const fallback = await created()
    const { id, input } = await created({ fallbackId: fallback.id, timeoutSeconds: 9 })
    const dependants = await describeDependants(caller, { id: fallback.id })
    expect(dependants).toMatchObject({ fallbackFor: [{ id, displayName: input.displayName }], mustTypeName: true })
    await deleteDestination(caller, { id: fallback.id, version: 1, confirmation: fallback.input.displayName })
    expect(await getDestination(caller, { id })).toMatchObject({
      delivery: { timeoutSeconds: 9 },
      fallback: null,
      version: 2,
    })
    await restoreDestination(caller, { id, version: 2, revision: 1 })
    expect((await getDestination(caller, { id })).delivery).toEqual({ timeoutSeconds: 9 })
  })
})

describe('pausing until a moment', () => {
  test('refuses one that is over', async () => {
    const { id } = await created()
    await expect(pauseDestination(caller, { id, until: new Date(caller.now.getTime() - 1) })).rejects.toMatchObject({
      fields: { until: expect.any(String) },
    })
  })

  test('ends on its own, in the history as Switchyard’s doing, once', async () => {
    const { id } = await created()
    await pauseDestination(caller, { id, until: new Date(caller.now.getTime() + 60_000) })
    await resumeDue()
    expect((await getDestination(caller, { id })).health).toMatchObject({
      state: 'paused',
      pausedUntil: expect.any(String),
    })
    await sql(`UPDATE destination SET paused_until = now() - interval '1 s' WHERE id = $1`, [id])
    await Promise.all([resumeDue(), resumeDue()])
    const revisions = await listRevisions(caller, { id })
    expect(revisions.map(({ change, actorName }) => `${change} by ${actorName}`)).toEqual([
      'resumed by Switchyard',
      'paused by Ada',
      'created by Ada',
    ])
  })

  test('ends when somebody resumes, and is made longer by pausing again', async () => {
    const { id } = await created()
    const soon = new Date(caller.now.getTime() + 60_000)
    const later = new Date(caller.now.getTime() + 120_000)
    await pauseDestination(caller, { id, until: soon })
    await pauseDestination(caller, { id, until: later })
    expect((await getDestination(caller, { id })).health.pausedUntil).toBe(later.toISOString())
    await resumeDestination(caller, { id })
    expect((await getDestination(caller, { id })).health).toMatchObject({ pausedUntil: undefined, state: 'never-used' })
  })
})

describe('deleting', () => {
  test('cancels what is not finished; what is being sent finishes', async () => {
    const { id } = await created()
    await alertsTo(id, 3)
    await sql(
      `UPDATE delivery SET state = 'sending' WHERE id = (SELECT id FROM delivery WHERE destination_id = $1 LIMIT 1)`,
      [id],
    )
    const dependants = await describeDependants(caller, { id })
    expect(dependants).toMatchObject({ unfinished: 3, lostAlerts: 3, isLostCut: false, mustTypeName: true })
    await deleteDestination(caller, { id, version: 1, confirmation: dependants.displayName })
    const left = await sql(
      'SELECT state, state_reason AS reason FROM delivery WHERE destination_id = $1 ORDER BY state',
      [id],
    )
    expect(left).toEqual([
      { state: 'cancelled', reason: 'The destination was deleted.' },
      { state: 'cancelled', reason: 'The destination was deleted.' },
      { state: 'sending', reason: null },
    ])
  })

  test('loses no alert that something else takes', async () => {
    const logType = `Custom.Log${randomUUID().slice(0, 8)}`
    await created({}, aWebhook({ severities: ['LOW'], alertTypes: ['RULE'], logTypes: [logType] }))
    const { id } = await created()
    await acceptedAlerts({ destinations: [id], severity: 'LOW', logTypes: [logType] })
    expect(await describeDependants(caller, { id })).toMatchObject({ lostAlerts: 0, unfinished: 1 })
  })
})

describe('the log', () => {
  test('pages by when deliveries were made, nothing twice and nothing missed', async () => {
    const { id } = await created()
    // One statement: all of them were made at the same moment.
    await alertsTo(id, 7)
    await alertsTo(id, 1)
    const seen: string[] = []
    for (let before: string | undefined, reads = 0; reads < 10; reads++) {
      const { results, next } = await listDeliveries(caller, { id, before, limit: 3 })
      seen.push(...results.map((delivery) => delivery.id))
      if (next === null) break
      before = next
    }
    expect(new Set(seen).size).toBe(8)
    expect(seen).toHaveLength(8)
  })

  test('filters by state, reason and time', async () => {
    const { id } = await created()
    await alertsTo(id, 3)
    await sql(
      `UPDATE delivery SET state = 'failed', reason = 'manual', created_at = now() - interval '2 days', failed_at = now()
       WHERE id = (SELECT id FROM delivery WHERE destination_id = $1 LIMIT 1)`,
      [id],
    )
    const count = async (filter: object) => (await listDeliveries(caller, { id, ...filter })).results.length
    expect(await count({})).toBe(3)
    expect(await count({ states: ['failed'] })).toBe(1)
    expect(await count({ states: ['failed', 'queued'] })).toBe(3)
    expect(await count({ reasons: ['manual'] })).toBe(1)
    expect(await count({ reasons: ['test'] })).toBe(0)
    expect(await count({ states: ['failed'], reasons: ['routed'] })).toBe(0)
    expect(await count({ time: '24h' })).toBe(2)
    expect(await count({ to: new Date(Date.now() - 86_400_000) })).toBe(1)
  })

  test('names the alert of each delivery', async () => {
    const { id } = await created()
    const [alertId] = await alertsTo(id, 1)
    expect((await listDeliveries(caller, { id })).results).toMatchObject([
      {
        alert: { alertId, title: 'A title' },
        state: 'queued',
        reason: 'routed',
        dueAt: expect.any(String),
        attempts: [],
      },
    ])
  })
})

describe('health', () => {
  const healthOf = async (id: string) => (await getDestination(caller, { id })).health
  const attempted = (id: string, outcome: string) =>
    sql(
      `INSERT INTO attempt (delivery_id, number, destination_id, started_at, outcome, exchanges, total_ms)
       SELECT id, 1, destination_id, now(), $2, '[]', 5 FROM delivery WHERE destination_id = $1 LIMIT 1`,
      [id, outcome],
    )

  test('follows the queue and the last attempt', async () => {
    const { id, input } = await created()
    expect((await healthOf(id)).state).toBe('never-used')
    await alertsTo(id, 1)
    expect(await healthOf(id)).toMatchObject({ state: 'delivering', unfinished: 1 })
    await attempted(id, 'retry')
    await sql(`UPDATE delivery SET state = 'waiting' WHERE destination_id = $1`, [id])
    expect((await healthOf(id)).state).toBe('retrying')
    await sql(`UPDATE delivery SET state = 'failed', failed_at = now() WHERE destination_id = $1`, [id])
    expect(await healthOf(id)).toMatchObject({ state: 'failing', failures24h: 1, unfinished: 0 })
    const { rows } = await listDestinations(
      caller,
      DestinationListQuery.parse({ q: input.displayName, health: 'failing,paused' }),
    )
    expect(rows.map((row) => row.id)).toEqual([id])
    await sql(`UPDATE lane SET fault = 'It is gone.', fault_since = now() WHERE destination_id = $1`, [id])
    expect(await healthOf(id)).toMatchObject({ state: 'faulted', reason: 'It is gone.', since: expect.any(String) })
  })
})
