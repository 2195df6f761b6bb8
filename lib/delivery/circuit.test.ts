import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../destinations/kit/types'
import { type Circuit, CLOSED, nextCircuit, type Observed } from './circuit'

const told = { reason: 'It says no.', hint: 'Ask again.' }
const failing = (status?: number): Observed => ({ outcome: { outcome: 'retry', ...told }, status, isProbe: false })
const success: Observed = { outcome: { outcome: 'delivered' }, status: 200, isProbe: false }
const refusal = (because: 'credentials' | 'gone' | 'request'): Observed => ({
  outcome: { outcome: 'rejected', because, ...told },
  status: 400,
  isProbe: false,
})
const probe = (observed: Observed): Observed => ({ ...observed, isProbe: true })

const circuitAfter = (...observed: Observed[]) => observed.reduce<Circuit>(nextCircuit, CLOSED)
const times = <T>(count: number, value: T) => Array.from({ length: count }, () => value)

const anObserved: fc.Arbitrary<Observed> = fc.record({
  outcome: fc.oneof(
    fc.constant<Outcome>({ outcome: 'delivered' }),
    fc.constant<Outcome>({ outcome: 'retry', ...told }),
    fc
      .constantFrom('credentials' as const, 'gone' as const, 'request' as const)
      .map((because): Outcome => ({ outcome: 'rejected', because, ...told })),
  ),
  status: fc.option(fc.constantFrom(200, 400, 401, 408, 425, 429, 500, 503), { nil: undefined }),
  isProbe: fc.boolean(),
})

describe('a circuit', () => {
  test('opens after five failures in a row of the way or of the receiver', () => {
    expect(circuitAfter(...times(4, failing(503))).state).toBe('closed')
    expect(circuitAfter(...times(4, failing(503)), failing())).toMatchObject({ state: 'open', probeWaitSeconds: 30 })
  })

  test('counts anew after a success, and after an answer that shows the receiver is well', () => {
    expect(circuitAfter(...times(4, failing()), success, ...times(4, failing())).state).toBe('closed')
    expect(circuitAfter(...times(4, failing()), refusal('request'), ...times(4, failing())).state).toBe('closed')
  })

  test.each([408, 425, 429])('is not moved by %i, which only asks for patience', (status) => {
    expect(circuitAfter(...times(20, failing(status))).state).toBe('closed')
    expect(circuitAfter(...times(4, failing()), failing(status), failing()).state).toBe('open')
  })

  test('opens at once when the credentials are refused', () => {
    expect(circuitAfter(refusal('credentials')).state).toBe('open')
  })

  test('puts the next probe off twice as long each time, up to ten minutes', () => {
    const waits = Array.from({ length: 8 }, (_, probes) => {
      const circuit = circuitAfter(refusal('credentials'), ...times(probes, probe(failing(500))))
      return circuit.state === 'open' ? circuit.probeWaitSeconds : undefined
    })
    expect(waits).toEqual([30, 60, 120, 240, 480, 600, 600, 600])
  })

  test('is closed exactly by a success, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(anObserved, { maxLength: 40 }), (history) => {
        expect(circuitAfter(...history, success)).toEqual(CLOSED)
        const open = circuitAfter(...history)
        if (open.state === 'closed') return
        fc.assert(
          fc.property(anObserved, (observed) => {
            return (nextCircuit(open, observed).state === 'closed') === (observed.outcome.outcome === 'delivered')
          }),
        )
      }),
      { numRuns: 50 },
    )
  })

  test('that is open does not move by what was sent before it opened', () => {
    const open = circuitAfter(refusal('credentials'))
    expect(nextCircuit(open, failing(500))).toBe(open)
  })
})
