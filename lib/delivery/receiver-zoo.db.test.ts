import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startRawReceiver, startTlsReceiver } from '../http/testdata/start-receiver'
import { sqlQuery } from '../repositories/sql'
import { type Answer, anAlertFor, EVENTUALLY, startDeliveryRig, status } from '../testing/delivery-rig'

let rig: Awaited<ReturnType<typeof startDeliveryRig>>
beforeAll(async () => {
  rig = await startDeliveryRig()
})
afterEach(() => rig.stopWorkers())
afterAll(() => rig.stop())

type Kept = {
  outcome: string
  status: number | null
  reason: string | null
  topic: string | null
  bytes: number
  waitMs: number
}

/** What one attempt at the destination left in the ledger. `waitMs`: until the next one. */
async function attemptAt(destinationId: string): Promise<Kept | undefined> {
  const [kept] = await sqlQuery((sql) =>
    sql.rows<Kept>(
      `SELECT a.outcome, a.status, a.reason, a.topic, length(a.exchanges::text) AS bytes,
         extract(epoch FROM d.due_at - d.changed_at)::float8 * 1000 AS "waitMs"
       FROM attempt a JOIN delivery d ON d.id = a.delivery_id WHERE a.destination_id = $1::uuid AND d.state <> 'sending'`,
      [destinationId],
    ),
  )
  return kept
}

const HOUR_MS = 3_600_000
const ONCE = { timeoutSeconds: 1, retrySeconds: [] }
const LATER = { timeoutSeconds: 1, retrySeconds: [5] }
const retryAfter =
  (value: string, code = 503): Answer =>
  (_request, response) =>
    response.writeHead(code, { 'retry-after': value, date: new Date(0).toUTCString() }).end()

async function deliverTo(path: string, answer: Answer, delivery: object = ONCE) {
  rig.worker()
  const id = await rig.destination(path, { answer, delivery })
  await rig.handOver(anAlertFor([id]))
  await expect.poll(() => attemptAt(id), EVENTUALLY).toBeDefined()
  return { kept: await attemptAt(id), delivery: (await rig.deliveriesTo(id))[0], lane: await rig.laneOf(id) }
}

describe('a receiver that', () => {
  test('answers without a body has the alert', async () => {
    const { delivery } = await deliverTo('/empty', (_request, response) => response.writeHead(204).end())
    expect(delivery).toMatchObject({ state: 'delivered' })
  })

  test('never answers is given up on at the time-out', async () => {
    const { kept, delivery } = await deliverTo('/slow', () => undefined)
    expect(delivery).toMatchObject({ state: 'failed', counted: 1 })
    expect(kept).toMatchObject({ outcome: 'retry', status: null, topic: 'no-answer-in-time' })
  })

  test('drips its answer is given up on at the same time-out', async () => {
    const { kept } = await deliverTo('/drip', (_request, response) => {
      response.writeHead(200)
      const dripping = setInterval(() => response.write('.'), 50)
      response.on('close', () => clearInterval(dripping))
    })
    expect(kept).toMatchObject({ outcome: 'retry', topic: 'no-answer-in-time' })
  })

  test('answers with 10 MB has the alert, and only the beginning of its answer is kept', async () => {
    const { kept, delivery } = await deliverTo('/huge', (_request, response) => response.end('x'.repeat(10_000_000)))
    expect(delivery).toMatchObject({ state: 'delivered' })
    expect(kept?.bytes).toBeLessThan(20_000)
  })

  test('answers with a bomb expands nothing', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    const { kept, delivery } = await deliverTo('/bomb', (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    )
    expect(delivery).toMatchObject({ state: 'delivered' })
    expect(kept?.bytes).toBeLessThan(5_000)
  })

  test('hangs up after reading may have the alert: it gets it again', async () => {
    const { kept, delivery } = await deliverTo('/hangs-up', (request) => request.socket.destroy(), LATER)
    expect(delivery).toMatchObject({ state: 'waiting', counted: 1 })
    expect(kept).toMatchObject({ outcome: 'retry', topic: 'connection-closed' })
  })

  test('closes half of the connection is told apart from one that answers', async () => {
    const receiver = await startRawReceiver((socket) =>
      socket.on('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\nhalf')),
    )
    rig.worker()
    const id = await rig.destination('/half', {
      settings: { url: `http://127.0.0.1:${receiver.port}/half` },
      delivery: ONCE,
    })
    await rig.handOver(anAlertFor([id]))
    await expect.poll(() => rig.deliveriesTo(id), EVENTUALLY).toMatchObject([{ state: 'failed' }])
    expect(await attemptAt(id)).toMatchObject({ topic: 'connection-closed' })
  })

  test('has a certificate that nobody signed gets nothing', async () => {
    const receiver = await startTlsReceiver()
    rig.worker()
    const id = await rig.destination('/tls', {
      settings: { url: `https://127.0.0.1:${receiver.port}/tls` },
      delivery: ONCE,
    })
    await rig.handOver(anAlertFor([id]))
    await expect.poll(() => rig.deliveriesTo(id), EVENTUALLY).toMatchObject([{ state: 'failed' }])
    expect(await attemptAt(id)).toMatchObject({ topic: 'tls-failed' })
    expect(receiver.requests).toHaveLength(0)
  })

  test('leads to a private address is not followed there', async () => {
    const { kept, delivery } = await deliverTo('/redirects', (_request, response) =>
      response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
    )
    expect(delivery).toMatchObject({ state: 'failed' })
    expect(kept).toMatchObject({ outcome: 'rejected', status: 302, topic: 'redirected' })
  })

  test('says 200 and means no has not got the alert', async () => {
    const receiver = await startRawReceiver((socket) =>
      socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\n{"ok":false}')),
    )
    rig.worker({ map: new Map([['hooks.slack.com', `http://127.0.0.1:${receiver.port}`]]) })
    const id = await rig.destination('/slack', {
      type: 'slack',
      settings: { webhookUrl: 'https://hooks.slack.com/services/T000/B000/secret-part' },
      delivery: ONCE,
    })
    await rig.handOver(anAlertFor([id]))
    await expect.poll(() => rig.deliveriesTo(id), EVENTUALLY).toMatchObject([{ state: 'failed' }])
    expect(await attemptAt(id)).toMatchObject({ outcome: 'rejected', status: 200 })
  })

  test.each([
    ['seconds', '120', 120_000],
    ['a date', new Date(90_000).toUTCString(), 90_000],
    ['an absurd number of seconds', '99999999999', HOUR_MS],
    ['a date in the next century', 'Fri, 01 Jan 2100 00:00:00 GMT', HOUR_MS],
    ['a negative number', '-5', 5_000],
    ['nonsense', 'soon', 5_000],
  ])('asks to wait for %s is asked again when that is sensible', async (name, value, waitMs) => {
    const { kept, delivery } = await deliverTo(`/retry-after/${encodeURIComponent(name)}`, retryAfter(value), LATER)
    expect(delivery).toMatchObject({ state: 'waiting' })
    expect(kept?.waitMs).toBeCloseTo(waitMs, -2)
  })

  test.each([400, 404, 405, 413, 422, 451])('refuses with %i gets it once', async (code) => {
    const { delivery, lane } = await deliverTo(`/refuses/${code}`, status(code), LATER)
    expect(delivery).toMatchObject({ state: 'failed', counted: 1 })
    expect(lane).toEqual({ open: false, fault: null })
  })

  test.each([408, 425, 429, 500, 502, 599])('fails with %i gets it again', async (code) => {
    const { delivery } = await deliverTo(`/fails/${code}`, status(code), LATER)
    expect(delivery).toMatchObject({ state: 'waiting', counted: 1 })
  })
})
