import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../destinations/kit/types'
import { DEFAULT_DELIVERY_SETTINGS } from '../domain/delivery'
import { nextState } from './next-state'

const told = { reason: 'It says no.', hint: 'Ask again.' }
const delivered: Outcome = { outcome: 'delivered' }
const retry = (afterMs?: number): Outcome => ({ outcome: 'retry', ...told, ...(afterMs !== undefined && { afterMs }) })
const rejected = (because: 'credentials' | 'gone' | 'request'): Outcome => ({ outcome: 'rejected', because, ...told })

const anOutcome = fc.oneof(
  fc.constant(delivered),
  fc.option(fc.nat(3_600_000), { nil: undefined }).map(retry),
  fc.constantFrom('credentials' as const, 'gone' as const, 'request' as const).map(rejected),
)
const aSchedule = fc.array(fc.double({ min: 0.1, max: 604_800, noNaN: true }), { maxLength: 20 })
const aChance = fc.double({ min: 0, max: 0.999_999, noNaN: true })

describe('after an attempt, a delivery', () => {
  test('that waits does so at least as long as the receiver asked, and within 20 % of its schedule else', () => {
    fc.assert(
      fc.property(
        aSchedule,
        fc.nat(25),
        fc.option(fc.nat(3_600_000), { nil: undefined }),
        aChance,
        (retrySeconds, done, after, chance) => {
          const next = nextState(
            { outcome: retry(after), attemptsCounted: done, isProbe: false },
            { retrySeconds },
            chance,
          )
          const seconds = retrySeconds[done]
          if (seconds === undefined) return next.state === 'failed' && next.waitMs === undefined
          const waitMs = next.waitMs ?? Number.NaN
          const most = Math.max(seconds * 1200, after ?? 0)
          return (
            next.state === 'waiting' &&
            waitMs >= (after ?? 0) &&
            waitMs >= seconds * 800 - 1e-6 &&
            waitMs <= most + 1e-6
          )
        },
      ),
    )
  })

  test('is tried once more than its schedule has waits, however it is answered, and then is final', () => {
    fc.assert(
      fc.property(aSchedule, fc.infiniteStream(anOutcome), aChance, (retrySeconds, outcomes, chance) => {
        let attemptsCounted = 0
        for (const outcome of outcomes) {
          const next = nextState({ outcome, attemptsCounted, isProbe: false }, { retrySeconds }, chance)
          if (next.isCounted) attemptsCounted++
          if (next.state !== 'waiting') break
        }
        return attemptsCounted >= 1 && attemptsCounted <= retrySeconds.length + 1
      }),
    )
  })

  test('that was a probe is delivered or back in the queue, and is never charged for a failure', () => {
    fc.assert(
      fc.property(anOutcome, fc.nat(25), aSchedule, aChance, (outcome, attemptsCounted, retrySeconds, chance) => {
        const next = nextState({ outcome, attemptsCounted, isProbe: true }, { retrySeconds }, chance)
        return outcome.outcome === 'delivered'
          ? next.state === 'delivered' && next.isCounted
          : next.state === 'queued' && !next.isCounted
      }),
    )
  })

  test('that was refused fails at once, with the reason', () => {
    for (const because of ['credentials', 'gone', 'request'] as const) {
      expect(
        nextState({ outcome: rejected(because), attemptsCounted: 0, isProbe: false }, DEFAULT_DELIVERY_SETTINGS, 0),
      ).toEqual({
        state: 'failed',
        stateReason: told.reason,
        isCounted: true,
      })
    }
  })

  test('has first and ten retries over about three days by default', () => {
    const { retrySeconds } = DEFAULT_DELIVERY_SETTINGS
    expect(retrySeconds).toHaveLength(10)
    expect(retrySeconds.reduce((sum, wait) => sum + wait, 0) / 86_400).toBeCloseTo(2.9, 1)
    const last = nextState({ outcome: retry(), attemptsCounted: 10, isProbe: false }, DEFAULT_DELIVERY_SETTINGS, 0)
    expect(last.stateReason).toBe('Given up after 11 attempts. The last one: It says no.')
  })
})
