import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { transaction } from '../repositories/db'
import { lanes } from '../repositories/lanes'
import { sqlQuery } from '../repositories/sql'
import { anAlertFor, EVENTUALLY, ok, startDeliveryRig, status } from '../testing/delivery-rig'
import { getDestination } from '../usecases/get-destination'
import { pauseDestination, resumeDestination } from '../usecases/pause-destination'

let rig: Awaited<ReturnType<typeof startDeliveryRig>>
beforeAll(async () => {
  rig = await startDeliveryRig()
})
afterEach(() => rig.stopWorkers())
afterAll(() => rig.stop())

describe('an accepted alert', () => {
  test('reaches each destination once, with the delivery as its key', async () => {
    rig.worker()
    const [one, other] = [await rig.destination('/a1'), await rig.destination('/a2')]
    const [alertId] = await rig.handOver(anAlertFor([one, other]))
    await expect
      .poll(() => rig.deliveriesTo(one), EVENTUALLY)
      .toMatchObject([{ state: 'delivered', made: 1, counted: 1 }])
    await expect.poll(() => rig.deliveriesTo(other), EVENTUALLY).toMatchObject([{ state: 'delivered' }])
    expect(rig.arrivedAt('/a1')).toMatchObject([{ alertId }])
    expect(rig.arrivedAt('/a1')[0]?.key).not.toBe(rig.arrivedAt('/a2')[0]?.key)
  })

  test('is tried again with the same key until it is taken', async () => {
    rig.worker()
    let tries = 0
    const id = await rig.destination('/b1', {
      delivery: { retrySeconds: [0.1, 0.1, 0.1, 0.1] },
      answer: (request, response, body) => (++tries < 4 ? status(503) : ok)(request, response, body),
    })
    await rig.handOver(anAlertFor([id]))
    await expect
      .poll(() => rig.deliveriesTo(id), EVENTUALLY)
      .toMatchObject([{ state: 'delivered', made: 4, counted: 4 }])
    expect(new Set(rig.arrivedAt('/b1').map(({ key }) => key)).size).toBe(1)
  })

  test('that is given up is a dead letter, goes to the fallback once, and raises one system error', async () => {
    rig.worker()
    const system = await rig.destination('/c3', { alertTypes: ['SYSTEM_ERROR'] })
    const fallbackId = await rig.destination('/c2')
    const id = await rig.destination('/c1', { answer: status(500), delivery: { retrySeconds: [0.05], fallbackId } })
    await rig.handOver(anAlertFor([id]), anAlertFor([id]))
    await expect
      .poll(() => rig.deliveriesTo(id), EVENTUALLY)
      .toMatchObject([
        { state: 'failed', counted: 2, stateReason: expect.stringContaining('Given up after 2 attempts') },
        { state: 'failed', counted: 2 },
      ])
    await expect
      .poll(() => rig.deliveriesTo(fallbackId), EVENTUALLY)
      .toMatchObject([
        { state: 'delivered', reason: 'fallback' },
        { state: 'delivered', reason: 'fallback' },
      ])
    await expect
      .poll(() => rig.deliveriesTo(system), EVENTUALLY)
      .toMatchObject([{ state: 'delivered', reason: 'routed' }])
    await rig.forget(system)
  })

  test('never raises a system error about a system error', async () => {
    rig.worker()
    const system = await rig.destination('/d1', { alertTypes: ['SYSTEM_ERROR'], answer: status(400) })
    const id = await rig.destination('/d2', { answer: status(400) })
    await rig.handOver(anAlertFor([id]))
    await expect.poll(() => rig.deliveriesTo(system), EVENTUALLY).toMatchObject([{ state: 'failed' }])
    const again = await rig.destination('/d3', { answer: status(400) })
    await rig.handOver(anAlertFor([again]))
    await expect
      .poll(() => rig.deliveriesTo(system), EVENTUALLY)
      .toMatchObject([{ state: 'failed' }, { state: 'failed' }])
    await rig.forget(system)
  })
})

describe('a circuit', () => {
  test('that refused credentials open holds the rest, and new settings let it go', async () => {
    rig.worker()
    let code = 401
    const id = await rig.destination('/e1', {
      delivery: { concurrency: 1 },
      answer: (request, response, body) => (code === 200 ? ok : status(code))(request, response, body),
    })
    await rig.handOver(anAlertFor([id]), anAlertFor([id]), anAlertFor([id]))
    await expect.poll(() => rig.laneOf(id), EVENTUALLY).toMatchObject({ open: true })
    await expect
      .poll(() => rig.deliveriesTo(id), EVENTUALLY)
      .toMatchObject([{ state: 'failed' }, { state: 'queued' }, { state: 'queued' }])
    expect(rig.arrivedAt('/e1')).toHaveLength(1)
    code = 200
    await transaction((tx) => lanes.reset(tx, id))
    await expect
      .poll(() => rig.deliveriesTo(id), EVENTUALLY)
      .toMatchObject([{ state: 'failed' }, { state: 'delivered', counted: 1 }, { state: 'delivered' }])
  })

  test('lets one probe through, whose failure costs nothing, and whose success closes it', async () => {
    rig.worker()
    let code = 500
    const id = await rig.destination('/f1', {
      delivery: { retrySeconds: [0.05, 0.05, 0.05, 0.05, 0.05, 0.05], concurrency: 1 },
      answer: (request, response, body) => (code === 200 ? ok : status(code))(request, response, body),
    })
    await rig.handOver(anAlertFor([id]))
    await expect.poll(() => rig.laneOf(id), EVENTUALLY).toMatchObject({ open: true })
    await expect.poll(() => rig.deliveriesTo(id), EVENTUALLY).toMatchObject([{ made: 5, counted: 5 }])
    const [before] = await rig.deliveriesTo(id)
    const probeNow = () =>
      sqlQuery((sql) =>
        sql.rows(`UPDATE lane SET probe_at = now(), owner = NULL, lease_until = NULL WHERE destination_id = $1::uuid`, [
          id,
        ]),
      )
    await rig.stopWorkers()
    await probeNow()
    rig.worker()
    await expect.poll(async () => (await rig.deliveriesTo(id))[0]?.made, EVENTUALLY).toBe((before?.made ?? 0) + 1)
    expect((await rig.deliveriesTo(id))[0]).toMatchObject({ state: 'queued', counted: before?.counted })
    code = 200
    await rig.stopWorkers()
    await probeNow()
    rig.worker()
    await expect.poll(() => rig.deliveriesTo(id), EVENTUALLY).toMatchObject([{ state: 'delivered' }])
    expect(await rig.laneOf(id)).toMatchObject({ open: false })
  })

  test('is not kept open by a delivery that its receiver never takes: the next probe is another', async () => {
    rig.worker()
    const id = await rig.destination('/f2', {
      delivery: { retrySeconds: [0.05, 0.05, 0.05, 0.05, 0.05, 0.05], concurrency: 1 },
      answer: (request, response, body) => (body.includes('never') ? status(500) : ok)(request, response, body),
    })
    await rig.handOver(anAlertFor([id], { title: 'never' }))
    await expect.poll(() => rig.laneOf(id), EVENTUALLY).toMatchObject({ open: true })
    await expect.poll(() => rig.deliveriesTo(id), EVENTUALLY).toMatchObject([{ made: 5, counted: 5 }])
    await rig.handOver(anAlertFor([id]))
    for (let probe = 0; probe < 2; probe++) {
      const [before] = await rig.deliveriesTo(id)
      await rig.stopWorkers()
      await sqlQuery((sql) =>
        sql.rows(`UPDATE lane SET probe_at = now(), owner = NULL, lease_until = NULL WHERE destination_id = $1::uuid`, [
          id,
        ]),
      )
      rig.worker()
      if (probe === 0)
        await expect.poll(async () => (await rig.deliveriesTo(id))[0]?.made, EVENTUALLY).toBe((before?.made ?? 0) + 1)
    }
    await expect
      .poll(() => rig.deliveriesTo(id), EVENTUALLY)
      .toContainEqual(expect.objectContaining({ state: 'delivered' }))
    await expect.poll(() => rig.laneOf(id), EVENTUALLY).toMatchObject({ open: false })
  })
})

describe('a destination', () => {
  test('that is paused holds its deliveries until it is resumed', async () => {
    rig.worker()
    const id = await rig.destination('/g1')
    await pauseDestination(rig.caller, { id })
    const other = await rig.destination('/g2')
    await rig.handOver(anAlertFor([id, other]))
    await expect.poll(() => rig.deliveriesTo(other), EVENTUALLY).toMatchObject([{ state: 'delivered' }])
    expect(await rig.deliveriesTo(id)).toMatchObject([{ state: 'queued', made: 0 }])
    await resumeDestination(rig.caller, { id })
    await expect.poll(() => rig.deliveriesTo(id), EVENTUALLY).toMatchObject([{ state: 'delivered' }])
  })

  test('whose address is gone is paused, held and told of, and nothing more fails by it', async () => {
    rig.worker()
    const id = await rig.destination('/h1', { answer: status(410), delivery: { concurrency: 1 } })
    await rig.handOver(anAlertFor([id]), anAlertFor([id]))
    await expect.poll(() => rig.laneOf(id), EVENTUALLY).toMatchObject({ fault: expect.stringContaining('410') })
    await expect.poll(async () => (await getDestination(rig.caller, { id })).isPaused, EVENTUALLY).toBe(true)
    expect(await rig.deliveriesTo(id)).toMatchObject([{ state: 'failed' }, { state: 'queued', made: 0 }])
  })

  test('whose secrets cannot be read is held, and no delivery fails by it', async () => {
    rig.worker()
    const id = await rig.destination('/i1')
    await sqlQuery((sql) =>
      sql.rows(`UPDATE destination_secret SET sealed = '\\x00' WHERE destination_id = $1::uuid`, [id]),
    )
    await rig.handOver(anAlertFor([id]))
    await expect.poll(() => rig.laneOf(id), EVENTUALLY).toMatchObject({ fault: expect.stringContaining('secret') })
    expect(await rig.deliveriesTo(id)).toMatchObject([{ state: 'queued', made: 0 }])
  })

  test('that hangs does not hold another up', async () => {
    rig.worker()
    const hanging = await rig.destination('/j1', { answer: () => undefined, delivery: { timeoutSeconds: 2 } })
    const well = await rig.destination('/j2')
    await rig.handOver(...Array.from({ length: 40 }, () => anAlertFor([hanging, well])))
    await expect
      .poll(async () => (await rig.deliveriesTo(well)).filter(({ state }) => state === 'delivered').length, EVENTUALLY)
      .toBe(40)
    expect((await rig.deliveriesTo(hanging)).every(({ state }) => state !== 'delivered')).toBe(true)
  })
})

describe('two workers', () => {
  test('share the work and send nothing twice', async () => {
    rig.worker()
    rig.worker()
    const ids = await Promise.all(['/k1', '/k2', '/k3'].map((path) => rig.destination(path)))
    for (let batch = 0; batch < 5; batch++) await rig.handOver(...Array.from({ length: 40 }, () => anAlertFor(ids)))
    for (const [index, id] of ids.entries()) {
      await expect
        .poll(async () => (await rig.deliveriesTo(id)).filter(({ state }) => state === 'delivered').length, EVENTUALLY)
        .toBe(200)
      const keys = rig.arrivedAt(`/k${index + 1}`).map(({ key }) => key)
      expect(new Set(keys).size).toBe(200)
      expect(keys).toHaveLength(200)
    }
  })

  test('take over from one that stopped in the middle, without losing or repeating', async () => {
    const first = rig.worker()
    const id = await rig.destination('/l1', {
      answer: (_request, response) => setTimeout(() => response.end('{}'), 10),
      delivery: { concurrency: 2 },
    })
    await rig.handOver(...Array.from({ length: 60 }, () => anAlertFor([id])))
    await expect.poll(() => rig.arrivedAt('/l1').length, EVENTUALLY).toBeGreaterThan(5)
    await first.stop()
    rig.worker()
    await expect
      .poll(async () => (await rig.deliveriesTo(id)).filter(({ state }) => state === 'delivered').length, EVENTUALLY)
      .toBe(60)
    expect(rig.arrivedAt('/l1')).toHaveLength(60)
  })
})
