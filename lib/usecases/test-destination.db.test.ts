import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { provideEnvironment } from '../env'
import { disconnect, query } from '../repositories/db'
import { aCaller } from '../testing/callers'
import { startHttpReceiver } from '../testing/http-receiver'
import { aWebhook, SIGNING_SECRET } from '../testing/inputs'
import { createDestination } from './create-destination'
import { getDestination } from './get-destination'
import { listDeliveries } from './list-deliveries'
import { testDestination } from './test-destination'
import { updateDestination } from './update-destination'

// Failures are counted by the database's clock, so this caller asks at the real time.
const caller = aCaller({ now: new Date() })
const CANARY = 'canary-7f3b1d'
let receiver: Awaited<ReturnType<typeof startHttpReceiver>>

beforeAll(async () => {
  receiver = await startHttpReceiver()
  provideEnvironment({ SWITCHYARD_EGRESS_ALLOW: `127.0.0.1:${receiver.port}` })
})
beforeEach(() => {
  receiver.requests.length = 0
  receiver.answerWith(200, '{}')
})
afterAll(async () => {
  await receiver.stop()
  await disconnect()
})

const settings = () => ({
  url: `${receiver.url}/in/${CANARY}-path`,
  signingSecret: SIGNING_SECRET,
  headers: [{ name: 'X-Api-Key', value: `${CANARY}-header` }],
})
const INFO_RULE = { severity: 'INFO', alertType: 'RULE' } as const

describe('a test alert', () => {
  test('of a draft arrives, signed, before anything is saved', async () => {
    const result = await testDestination(caller, {
      draft: { type: 'custom-webhook', settings: settings() },
      ...INFO_RULE,
    })
    expect(result).toMatchObject({ state: 'delivered', isUnsaved: true })
    expect(receiver.requests).toHaveLength(1)
    expect(receiver.requests[0]).toMatchObject({
      path: `/in/${CANARY}-path`,
      headers: {
        'x-api-key': `${CANARY}-header`,
        'webhook-id': result.id,
        'webhook-signature': expect.stringMatching(/^v1,/),
      },
    })
    expect(JSON.parse(receiver.requests[0]?.body ?? '')).toMatchObject({
      alertId: 'Test.Alert',
      severity: 'INFO',
      tags: ['test'],
    })
  })

  test('of a saved destination goes whatever its filters say, and is kept in its log', async () => {
    const { id } = await createDestination(caller, aWebhook({ severities: [], alertTypes: [], settings: settings() }))
    await testDestination(caller, { id, severity: 'CRITICAL', alertType: 'POLICY' })
    const { results } = await listDeliveries(caller, { id })
    expect(results).toMatchObject([
      { reason: 'test', state: 'delivered', severity: 'CRITICAL', alertType: 'POLICY', actorName: 'Ada' },
    ])
    expect((await getDestination(caller, { id })).health).toMatchObject({
      state: 'delivering',
      lastAttempt: { isTest: true },
    })
  })

  test('of an edit uses what was typed, and the stored secrets for what was left blank', async () => {
    const { id } = await createDestination(caller, aWebhook({ settings: settings() }))
    const draft = {
      type: 'custom-webhook',
      settings: { url: '', signingSecret: null, headers: [{ name: 'X-Api-Key', value: '' }] },
    }
    await testDestination(caller, { id, draft, ...INFO_RULE })
    expect(receiver.requests[0]?.headers).not.toHaveProperty('webhook-signature')
    expect(receiver.requests[0]).toMatchObject({
      path: `/in/${CANARY}-path`,
      headers: { 'x-api-key': `${CANARY}-header` },
    })
  })

  test('never takes a stored secret to another host', async () => {
    const { id } = await createDestination(caller, aWebhook({ settings: settings() }))
    const other = await startHttpReceiver()
    const draft = {
      type: 'custom-webhook',
      settings: { url: `http://127.0.0.1:${other.port}/`, signingSecret: '', headers: [] },
    }
    await expect(testDestination(caller, { id, draft, ...INFO_RULE })).rejects.toMatchObject({
      fields: { 'settings.signingSecret': expect.any(String) },
    })
    expect(other.requests).toHaveLength(0)
    await other.stop()
  })

  test('that fails says why, what to do and where to read on, and is a failure in the log', async () => {
    const { id } = await createDestination(caller, aWebhook({ settings: settings() }))
    receiver.answerWith(401, `{"error":"bad key ${CANARY}-header"}`)
    const result = await testDestination(caller, { id, ...INFO_RULE })
    expect(result).toMatchObject({
      state: 'failed',
      attempts: [{ outcome: 'rejected', topic: 'credentials-refused', hint: expect.any(String) }],
    })
    expect((await getDestination(caller, { id })).health).toMatchObject({ state: 'failing', failures24h: 1 })
  })

  test('shows what was sent and answered without any secret', async () => {
    receiver.answerWith(500, `you sent ${CANARY}-header to /in/${CANARY}-path`)
    const { id } = await createDestination(caller, aWebhook({ settings: settings() }))
    const result = await testDestination(caller, { id, ...INFO_RULE })
    const shown = JSON.stringify([result, await listDeliveries(caller, { id }), await getDestination(caller, { id })])
    expect(shown).not.toContain(CANARY)
    expect(shown).not.toContain(SIGNING_SECRET.slice(6))
    expect(result.attempts[0]?.exchanges[0]).toMatchObject({
      requestHeaders: { 'X-Api-Key': '••••••' },
      answer: { status: 500 },
    })
    expect(result.attempts[0]?.exchanges[0]?.url).toBe(`${receiver.url}/••••••`)
  })

  test('is refused to a role that only reads, and sends nothing', async () => {
    const { id } = await createDestination(caller, aWebhook({ settings: settings() }))
    await expect(testDestination(aCaller({ role: 'AnalystReadOnly' }), { id, ...INFO_RULE })).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(receiver.requests).toHaveLength(0)
  })

  test('of a destination that is not there says so', async () => {
    await expect(testDestination(caller, { id: randomUUID(), ...INFO_RULE })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('the database', () => {
  test('holds no secret in clear in any table, after creating, editing, testing and failing', async () => {
    const input = aWebhook({ settings: settings() })
    const { id } = await createDestination(caller, input)
    receiver.answerWith(400, `${CANARY}-header`)
    await testDestination(caller, { id, ...INFO_RULE })
    await updateDestination(caller, {
      ...input,
      id,
      version: 1,
      settings: { ...settings(), url: `${receiver.url}/in/${CANARY}-second` },
    })
    const tables = await query(
      (tx) =>
        tx.$queryRaw<
          { name: string }[]
        >`SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
    )
    expect(tables.length).toBeGreaterThan(10)
    for (const { name } of tables) {
      const rows = await query((tx) => tx.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM ${name} t`))
      const text = rows.map(({ row }) => row).join('\n')
      const hex = Buffer.from(CANARY).toString('hex')
      expect(text.includes(CANARY) || text.includes(hex) || text.includes(SIGNING_SECRET.slice(6)), name).toBe(false)
    }
  })
})
