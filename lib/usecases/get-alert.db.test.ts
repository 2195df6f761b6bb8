import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { AcceptedAlertView } from '../contracts/alert'
import { AlertReceiptQuery } from '../contracts/alert-view'
import { uuidOf } from '../domain/alert-record'
import { disconnect, query } from '../repositories/db'
import { closeSql, sqlQuery } from '../repositories/sql'
import { workspace } from '../repositories/workspace'
import { aCaller } from '../testing/callers'
import { aWebhook } from '../testing/inputs'
import { acceptAlerts } from './accept-alerts'
import { createDestination } from './create-destination'
import { deleteDestination } from './delete-destination'
import { explainAlert } from './explain-alert'
import { getAlert } from './get-alert'
import { updateDestination } from './update-destination'

const caller = aCaller()
const nobody = { ...caller, permissions: new Set<never>() }
afterAll(async () => {
  await closeSql()
  await disconnect()
})

async function destination(changes: Parameters<typeof aWebhook>[0] = {}) {
  const input = aWebhook(changes)
  const { id } = await createDestination(caller, input)
  const change = (next: Partial<typeof input>, version = 1) =>
    updateDestination(caller, { ...input, settings: { url: '', signingSecret: '' }, ...next, id, version })
  return { id, name: input.displayName, change, remove: (version = 1) => deleteDestination(caller, { id, version }) }
}

async function accepted(alert: object = {}): Promise<AcceptedAlertView> {
  const items = [{ detectionId: 'Rule.Not.Here', type: 'RULE', severity: 'HIGH', title: 'A title', ...alert }]
  const { results } = await acceptAlerts(caller, { items, isAtomic: true })
  return results[0] as AcceptedAlertView
}

const explain = (alertId: string, more: object = {}) =>
  explainAlert(caller, AlertReceiptQuery.parse({ id: alertId, limit: '20000', ...more }))
const read = (alertId: string) => getAlert(caller, { id: uuidOf(alertId) })
const run = (text: string, ...values: unknown[]) => sqlQuery((sql) => sql.rows<{ id: string }>(text, values))

async function sent(alertId: string, destinationId: string, more: { reason?: string; state?: string } = {}) {
  const id = randomUUID()
  const { configurationVersion } = await query((tx) => workspace.get(tx))
  await run(
    `INSERT INTO delivery (id, alert_id, destination_id, reason, state, severity, alert_type, actor_name, configuration_version)
     VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, 'HIGH', 'RULE', 'Ada', $6)`,
    id,
    uuidOf(alertId),
    destinationId,
    more.reason ?? 'manual',
    more.state ?? 'queued',
    configurationVersion,
  )
  return id
}

describe('the receipt of an alert', () => {
  test('is that of its own time: what was renamed or deleted since stands in it as it was', async () => {
    const [renamed, deleted, other] = [await destination(), await destination(), await destination()]
    const { alertId } = await accepted({ overrides: [deleted.id, renamed.name] })
    await renamed.change({ displayName: `${renamed.name} anew`, severities: [] })
    await deleted.remove()
    const later = await destination()

    const { receipt, decided } = await explain(alertId)
    expect(receipt).toMatchObject({ outcome: 'routed', scenario: 2, faults: [] })
    expect(receipt.chosen.map(({ displayName, type }) => [displayName, type])).toEqual([
      [deleted.name, 'custom-webhook'],
      [renamed.name, 'custom-webhook'],
    ])
    const others = receipt.others.map(({ destinationId }) => destinationId)
    expect(others).toContain(other.id)
    expect(others).not.toContain(later.id)
    expect(decided).toBeNull()
  })

  test('keeps a fault that would be none today', async () => {
    const name = `typo ${randomUUID().slice(0, 8)}`
    const { alertId } = await accepted({ overrides: [name] })
    await destination({ displayName: name })
    const { receipt, decided } = await explain(alertId)
    expect(receipt.faults).toMatchObject([{ code: 'unknown-override', entry: name }])
    expect(decided).toBeNull()
  })

  test('never differs from the decision that was made, whatever changed since', async () => {
    const [one, two] = [await destination(), await destination({ logTypes: ['Okta.SystemLog'] })]
    const alerts = [
      {},
      { severity: 'INFO', logTypes: ['Okta.SystemLog', 'AWS.CloudTrail'] },
      { destinations: [two.name, one.id, 'nowhere', one.name] },
      { destinations: ['SKIP'] },
      { destinations: [] },
      { destinations: ['nowhere'], overrides: [two.id] },
      { overrides: [`${one.name}x`], type: 'POLICY' },
    ]
    const taken: AcceptedAlertView[] = []
    for (const alert of alerts) taken.push(await accepted(alert))
    await one.change({ displayName: `${two.name}x`, severities: ['INFO'], alertTypes: ['POLICY'] })
    await two.remove()
    for (const { alertId, outcome, scenario, destinations, faults } of taken) {
      const { receipt, decided } = await explain(alertId)
      expect(decided).toBeNull()
      expect(receipt).toMatchObject({ outcome, scenario, faults })
      expect(receipt.chosen.map(({ displayName }) => displayName)).toEqual(destinations)
    }
  })

  test('tells of a stored decision that the engine does not come to', async () => {
    const { id, name } = await destination()
    const { alertId } = await accepted({ overrides: [id] })
    await run(
      `UPDATE alert SET outcome = 'skipped', scenario = 1, destinations = '{}' WHERE id = $1::uuid`,
      uuidOf(alertId),
    )
    const { receipt, decided } = await explain(alertId)
    expect(decided).toEqual({ outcome: 'skipped', scenario: 1, destinations: [] })
    expect(receipt.chosen.map(({ displayName }) => displayName)).toEqual([name])
  })

  test('of a manual dispatch is scenario 4, by the configuration of its moment', async () => {
    const { id, name, change } = await destination()
    const { alertId } = await accepted({ destinations: ['SKIP'] })
    const delivery = await sent(alertId, id)
    await change({ displayName: `${name} anew` })
    const { receipt, decided } = await explain(alertId, { delivery })
    expect(receipt).toMatchObject({ scenario: 4, chosen: [{ displayName: name }] })
    expect(decided).toBeNull()
    expect((await explain(alertId)).receipt.outcome).toBe('skipped')
  })

  test('is of this alert or of none', async () => {
    const { id } = await destination()
    const [mine, theirs] = [await accepted(), await accepted()]
    const delivery = await sent(theirs.alertId, id)
    await expect(explain(mine.alertId, { delivery })).rejects.toMatchObject({ code: 'not-found' })
    await expect(explain('f'.repeat(32))).rejects.toMatchObject({ code: 'not-found' })
    await expect(explainAlert(nobody, AlertReceiptQuery.parse({ id: mine.alertId }))).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('an alert', () => {
  test('is shown with what it says and the detection it names, here or not', async () => {
    const { alertId } = await accepted({
      alertContext: { z: 1, a: { b: ['c'] } },
      createdAt: '2026-03-01T12:00:00.123456789+01:00',
      tags: ['t'],
      runbook: 'Do this.',
    })
    const alert = await read(alertId)
    expect(alert).toMatchObject({
      alertId,
      title: 'A title',
      status: 'OPEN',
      assignee: null,
      context: { z: 1, a: { b: ['c'] } },
      createdAt: '2026-03-01T11:00:00.123Z',
      detection: { id: 'Rule.Not.Here', name: 'Rule.Not.Here', isHere: false },
      runbook: 'Do this.',
      history: [],
      comments: [],
    })
    expect(Object.keys(alert.context)).toEqual(['z', 'a'])
  })

  test('has each delivery with its destination as it is now, and what holds it', async () => {
    const [paused, broken, gone] = [await destination(), await destination(), await destination()]
    const { alertId } = await accepted({ overrides: [paused.id, broken.id, gone.id] })
    await run(
      'UPDATE destination SET is_paused = true, paused_until = $2 WHERE id = $1::uuid',
      paused.id,
      '2030-01-01T00:00:00Z',
    )
    await run(
      `INSERT INTO lane (destination_id, circuit_open_since, circuit_reason, probe_at) VALUES ($1::uuid, $2, 'It refuses.', $3)
       ON CONFLICT (destination_id) DO UPDATE SET circuit_open_since = excluded.circuit_open_since,
         circuit_reason = excluded.circuit_reason, probe_at = excluded.probe_at`,
      broken.id,
      '2026-03-01T12:00:00Z',
      '2026-03-01T12:00:30Z',
    )
    await gone.remove()
    const shown = new Map((await read(alertId)).deliveries.map((delivery) => [delivery.destinationId, delivery]))
    expect(shown.get(paused.id)?.destination).toMatchObject({
      displayName: paused.name,
      hold: { why: 'paused', until: '2030-01-01T00:00:00.000Z' },
      attemptsMax: 11,
    })
    expect(shown.get(broken.id)?.destination.hold).toMatchObject({ why: 'circuit', reason: 'It refuses.' })
    expect(shown.get(gone.id)?.destination).toMatchObject({ displayName: gone.name, isDeleted: true, hold: null })
  })

  test('leaves what attempts sent out, and shows the newest delivery first', async () => {
    const { id } = await destination()
    const { alertId } = await accepted({ overrides: [id] })
    const again = await sent(alertId, id, { reason: 'resent', state: 'failed' })
    await run(
      `INSERT INTO attempt (delivery_id, number, destination_id, started_at, outcome, exchanges, total_ms)
       VALUES ($1::uuid, 1, $2::uuid, now(), 'rejected', '[{"requestBody":"secret"}]', 12)`,
      again,
      id,
    )
    const { deliveries } = await read(alertId)
    expect(deliveries.map(({ reason }) => reason)).toEqual(['resent', 'routed'])
    expect(deliveries[0]?.attempts).toMatchObject([{ number: 1, outcome: 'rejected', exchanges: [] }])
  })

  test('that is not there is not found, and is shown to who may see alerts alone', async () => {
    await expect(read('0'.repeat(32))).rejects.toMatchObject({ code: 'not-found' })
    await expect(getAlert(nobody, { id: randomUUID() })).rejects.toMatchObject({ code: 'forbidden' })
  })
})
