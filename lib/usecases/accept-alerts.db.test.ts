import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { AcceptAlertsView, AcceptedAlertView } from '../contracts/alert'
import { uuidOf } from '../domain/alert-record'
import { disconnect, transaction } from '../repositories/db'
import { closeSql, sqlQuery } from '../repositories/sql'
import { workspace } from '../repositories/workspace'
import { aCaller } from '../testing/callers'
import { aRule, aWebhook } from '../testing/inputs'
import { acceptAlerts } from './accept-alerts'
import { createDestination } from './create-destination'
import { saveDetectionFiles } from './save-detection-files'

const caller = aCaller({ now: new Date() })
const unique = () => randomUUID().slice(0, 8)

const anAlert = (more: object = {}) => ({
  detectionId: `Rule.${unique()}`,
  type: 'RULE',
  severity: 'HIGH',
  logTypes: [`Custom.${unique()}`],
  title: 'Something happened',
  ...more,
})
const accept = (items: unknown[], isAtomic = false) => acceptAlerts(caller, { items, isAtomic })
const acceptedOf = ({ results }: AcceptAlertsView) =>
  results.filter((result): result is AcceptedAlertView => 'alertId' in result)
const first = async (item: object): Promise<AcceptedAlertView> => {
  const [accepted] = acceptedOf(await accept([item]))
  if (!accepted) throw new Error('It was refused.')
  return accepted
}

const stored = async (alertId: string) =>
  (
    await sqlQuery((sql) =>
      sql.rows<Record<string, unknown>>(
        `SELECT a.*, a.number::int AS number, (SELECT json_agg(json_build_object('destination', d.destination_id, 'state', d.state) ORDER BY d.destination_id)
           FROM delivery d WHERE d.alert_id = a.id) AS deliveries FROM alert a WHERE a.id = $1::uuid`,
        [uuidOf(alertId)],
      ),
    )
  )[0]

/** Resolves once somebody waits for a lock. */
async function blockedBackends(): Promise<boolean> {
  const waiting = () =>
    sqlQuery((sql) =>
      sql.rows(`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FOR SHARE%'`),
    )
  await expect.poll(waiting).not.toHaveLength(0)
  return true
}

afterAll(async () => {
  await closeSql()
  await disconnect()
})

describe('an alert that is handed over', () => {
  test('is stored with its decision and a delivery for each destination', async () => {
    const logType = `Custom.${unique()}`
    const webhook = aWebhook({ logTypes: [logType] })
    const { id } = await createDestination(caller, webhook)
    const accepted = await first(anAlert({ logTypes: [logType] }))
    expect(accepted).toMatchObject({
      outcome: 'routed',
      scenario: 3,
      destinations: [webhook.displayName],
      faults: [],
      joined: false,
    })
    expect(await stored(accepted.alertId)).toMatchObject({
      outcome: 'routed',
      status: 'OPEN',
      deliveries: [{ destination: id, state: 'queued' }],
    })
  })

  test('that nothing accepts is kept, unrouted', async () => {
    const accepted = await first(anAlert())
    expect(accepted).toMatchObject({ outcome: 'unrouted', scenario: null, destinations: [] })
    expect(await stored(accepted.alertId)).toMatchObject({ outcome: 'unrouted', deliveries: null })
  })

  test('follows what its destinations() returned, with a fault for each name that is none', async () => {
    const webhook = aWebhook({ severities: [], alertTypes: [] })
    await createDestination(caller, webhook)
    const accepted = await first(anAlert({ destinations: [webhook.displayName, 'nowhere'] }))
    expect(accepted).toMatchObject({
      scenario: 1,
      destinations: [webhook.displayName],
      faults: [{ code: 'unknown-destination', entry: 'nowhere' }],
    })
    expect(await first(anAlert({ destinations: ['SKIP', webhook.displayName] }))).toMatchObject({
      outcome: 'skipped',
      destinations: [],
    })
  })

  test('takes name, runbook and Destination Overrides from its detection, unless it brings its own', async () => {
    const webhook = aWebhook({ severities: [], alertTypes: [] })
    await createDestination(caller, webhook)
    const rule = aRule({ overrides: [webhook.displayName] })
    await saveDetectionFiles(caller, {
      yaml: `${rule.yaml}DisplayName: Locked out\nRunbook: Call them.\n`,
      body: rule.body,
    })
    const accepted = await first(anAlert({ detectionId: rule.id }))
    expect(accepted).toMatchObject({ scenario: 2, destinations: [webhook.displayName] })
    expect(await stored(accepted.alertId)).toMatchObject({ name: 'Locked out', runbook: 'Call them.' })
    expect(await first(anAlert({ detectionId: rule.id, overrides: [] }))).toMatchObject({ outcome: 'unrouted' })
  })

  test('keeps its createdAt as it was written, and its context in its own order', async () => {
    const { alertId } = await first(
      anAlert({ createdAt: '2026-03-01T12:00:00.123456789+05:30', alertContext: { z: 1, a: [{ y: '∑', b: null }] } }),
    )
    const row = await stored(alertId)
    expect(row?.created_at).toBe('2026-03-01T12:00:00.123456789+05:30')
    expect(JSON.stringify(row?.context)).toBe('{"z":1,"a":[{"y":"∑","b":null}]}')
  })

  test('is resolved already when it only informs', async () => {
    expect(await stored((await first(anAlert({ severity: 'INFO' }))).alertId)).toMatchObject({ status: 'RESOLVED' })
  })

  test('is refused to a caller who only reads', async () => {
    const reader = aCaller({ role: 'AnalystReadOnly' })
    await expect(acceptAlerts(reader, { items: [anAlert()], isAtomic: false })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('of several alerts', () => {
  const bad = [
    { ...anAlert(), severity: 'URGENT' },
    { ...anAlert(), title: 'a\0b' },
    { ...anAlert(), createdAt: '2026-03-01 12:00' },
    { ...anAlert(), type: 'SYSTEM_ERROR' },
    { ...anAlert(), alertContext: { big: 'x'.repeat(200 * 1024) } },
    'not an object',
  ]

  test('a bad one does not keep the others out, and is told what is wrong', async () => {
    const { results } = await accept([...bad, anAlert()])
    expect(results.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(results.slice(0, 6).every((result) => 'error' in result && result.error !== '')).toBe(true)
    expect(results[0]).toMatchObject({ fields: { severity: expect.any(String) } })
    expect(results[6]).toMatchObject({ outcome: 'unrouted' })
  })

  test('none is accepted when one is bad and it is all or none', async () => {
    const good = anAlert()
    await expect(accept([good, bad[0]], true)).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { '1.severity': expect.any(String) },
    })
    const rows = await sqlQuery((sql) => sql.rows('SELECT 1 FROM alert WHERE detection_id = $1', [good.detectionId]))
    expect(rows).toHaveLength(0)
  })

  test('each comes after those before it, also when many callers hand over at once', async () => {
    const batches = await Promise.all(
      Array.from({ length: 8 }, () => accept(Array.from({ length: 20 }, () => anAlert()))),
    )
    for (const batch of batches) {
      const numbers = await Promise.all(
        acceptedOf(batch).map(async ({ alertId }) => Number((await stored(alertId))?.number)),
      )
      expect(numbers).toEqual(numbers.toSorted((left, right) => left - right))
    }
  })
})

describe('a dedup', () => {
  test('joins an open alert of the same detection: nothing new is sent, and both are counted', async () => {
    const alert = anAlert({ dedup: 'same', alertContext: { n: 1 } })
    const one = await first(alert)
    const [two, three] = acceptedOf(
      await accept([
        { ...alert, alertContext: { n: 2 } },
        { ...alert, alertContext: { n: 3 } },
      ]),
    )
    expect(two).toMatchObject({ alertId: one.alertId, joined: true })
    expect(three).toMatchObject({ alertId: one.alertId, joined: true })
    expect(await stored(one.alertId)).toMatchObject({ event_count: 3 })
    const events = await sqlQuery((sql) =>
      sql.rows('SELECT number, event FROM alert_event WHERE alert_id = $1::uuid ORDER BY number', [
        uuidOf(one.alertId),
      ]),
    )
    expect(events).toEqual([
      { number: 2, event: { n: 2 } },
      { number: 3, event: { n: 3 } },
    ])
  })

  test('of another detection, or of an alert that is no longer open, begins a new one', async () => {
    const alert = anAlert({ dedup: 'same' })
    const one = await first(alert)
    expect((await first(anAlert({ dedup: 'same' }))).alertId).not.toBe(one.alertId)
    await sqlQuery((sql) => sql.rows(`UPDATE alert SET status = 'RESOLVED' WHERE id = $1::uuid`, [uuidOf(one.alertId)]))
    expect(await first(alert)).toMatchObject({ joined: false })
  })

  test('makes one alert of what many callers hand over at the same moment', async () => {
    const alert = anAlert({ dedup: 'same' })
    const all = await Promise.all(Array.from({ length: 8 }, () => first(alert)))
    expect(new Set(all.map(({ alertId }) => alertId)).size).toBe(1)
    expect(all.filter(({ joined }) => !joined)).toHaveLength(1)
    expect(await stored(all[0]?.alertId ?? '')).toMatchObject({ event_count: 8 })
  })
})

describe('the configuration', () => {
  test('that an alert is decided by cannot change before it is stored', async () => {
    const logType = `Custom.${unique()}`
    await createDestination(caller, aWebhook({ logTypes: [logType] }))
    const begun = Promise.withResolvers<number>()
    const mayEnd = Promise.withResolvers<void>()
    const change = transaction(async (tx) => {
      begun.resolve(await workspace.nextConfiguration(tx))
      await mayEnd.promise
    })
    const version = await begun.promise
    const accepting = first(anAlert({ logTypes: [logType] }))
    const waits = await Promise.race([accepting.then(() => false), blockedBackends()])
    mayEnd.resolve()
    await change
    const { alertId } = await accepting
    expect(waits).toBe(true)
    expect(await stored(alertId)).toMatchObject({ configuration_version: version })
  })
})
