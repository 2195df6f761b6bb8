import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { GET } from '../../app/v1/alerts/route'
import { disconnect } from '../../lib/repositories/db'
import { closeSql } from '../../lib/repositories/sql'
import { acceptedAlerts } from '../../lib/testing/accepted-alerts'
import { anApiToken, noParams } from '../../lib/testing/api-requests'
import { type AlertApi, type Place, readNewAlerts } from './alert-poller'

const BEFORE = 5_000
const MEANWHILE = 2_000
const CONNECTIONS = 4
const BATCH = 100

const detectionId = randomUUID()
afterAll(async () => {
  await closeSql()
  await disconnect()
})

/** Hands over `count` alerts over several connections at once, in batches and singly. */
async function handOver(count: number): Promise<string[]> {
  const ids: string[] = []
  let left = count
  const work = async (_: unknown, worker: number) => {
    while (left > 0) {
      const size = Math.min(left, worker % 2 === 0 ? BATCH : 1)
      left -= size
      ids.push(...(await acceptedAlerts(...Array.from({ length: size }, () => ({ detectionId })))))
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, work))
  return ids
}

test('a poller reads 5,000 alerts, and those that arrive meanwhile, exactly once', { timeout: 120_000 }, async () => {
  const { value: token } = await anApiToken({ permissions: ['AlertRead'] })
  const api: AlertApi = {
    url: 'http://switchyard.example.com/v1',
    token,
    filter: { 'detection-id': detectionId },
    // The very handler that serves this address, without a socket in between.
    fetch: async (input, init) => {
      const headers = { ...Object.fromEntries(new Headers(init?.headers)), 'x-forwarded-for': '127.0.0.1' }
      return GET(new Request(input, { ...init, headers }), noParams)
    },
  }
  const read: string[] = []
  let place: Place = { from: new Date(Date.now() - 60_000).toISOString(), seen: [] }
  const round = async () => {
    for await (const { alert, place: after } of readNewAlerts(api, place)) {
      read.push(alert.id)
      place = after
    }
  }
  const before = await handOver(BEFORE)
  let isDone = false
  const arriving = handOver(MEANWHILE).finally(() => {
    isDone = true
  })
  while (!isDone) await round()
  const meanwhile = await arriving
  await round()
  expect(read.length).toBe(BEFORE + MEANWHILE)
  expect(new Set(read)).toEqual(new Set([...before, ...meanwhile]))
})
