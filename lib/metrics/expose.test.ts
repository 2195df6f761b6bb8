import { describe, expect, test } from 'vitest'
import { countAccepted, countAttempt, counted } from './counters'
import { gaugesOf } from './expose'

const anAttempt = {
  type: 'slack',
  outcome: 'delivered',
  reason: undefined,
  seconds: 0.04,
  finished: 'delivered',
} as const

async function countOf(name: string, labels: object): Promise<number | undefined> {
  const metric = (await counted()).find((one) => one.name === name)
  return metric?.values.find((value) => JSON.stringify(value.labels) === JSON.stringify(labels))?.value
}

describe('counters', () => {
  test('tell attempts from deliveries: one that is tried again has not ended', async () => {
    const retried = { ...anAttempt, outcome: 'retry', reason: 'receiver-failing', finished: undefined } as const
    countAttempt(retried)
    countAttempt({ ...retried, finished: 'failed' })
    countAttempt(anAttempt)
    const failing = { type: 'slack', outcome: 'retry', reason: 'receiver-failing' }
    expect(await countOf('switchyard_attempts_total', failing)).toBe(2)
    expect(await countOf('switchyard_deliveries_total', { ...failing, outcome: 'failed' })).toBe(1)
    expect(await countOf('switchyard_deliveries_total', { type: 'slack', outcome: 'delivered', reason: '' })).toBe(1)
  })

  test('tell alerts by what was decided', async () => {
    countAccepted(['routed', 'routed', 'joined'])
    expect(await countOf('switchyard_alerts_accepted_total', { outcome: 'routed' })).toBe(2)
    expect(await countOf('switchyard_alerts_accepted_total', { outcome: 'joined' })).toBe(1)
  })
})

describe('gauges', () => {
  test('tell what is due from what is held, and why', async () => {
    const text = await gaugesOf({
      workers: 2,
      queue: [
        { type: 'slack', state: 'queued', count: 7 },
        { type: 'slack', state: 'sending', count: 1 },
      ],
      waits: [
        { type: 'slack', hold: null, count: 4, oldestSeconds: 1.5 },
        { type: 'slack', hold: 'circuit', count: 3, oldestSeconds: 90_000 },
      ],
      circuits: [
        { type: 'slack', displayName: 'on-call "blue"', isOpen: true },
        { type: 'slack', displayName: 'general', isOpen: false },
      ],
    }).metrics()
    expect(text.split('\n').filter((line) => line.startsWith('switchyard'))).toEqual([
      'switchyard_database_up 1',
      'switchyard_workers 2',
      'switchyard_queue_deliveries{type="slack",state="queued"} 7',
      'switchyard_queue_deliveries{type="slack",state="sending"} 1',
      'switchyard_held_deliveries{type="slack",hold="circuit"} 3',
      'switchyard_queue_oldest_seconds{type="slack"} 1.5',
      'switchyard_held_oldest_seconds{type="slack",hold="circuit"} 90000',
      'switchyard_circuit_open{type="slack",destination="on-call \\"blue\\""} 1',
      'switchyard_circuit_open{type="slack",destination="general"} 0',
    ])
  })

  test('say that the database is away, and nothing about a queue that nobody can see', async () => {
    const text = await gaugesOf(undefined).metrics()
    expect(text).toContain('switchyard_database_up 0')
    expect(text).not.toContain('queue')
  })
})
