import { describe, expect, it } from 'vitest'
import type { HoldView } from '@/lib/contracts/alert-view'
import type { AttemptView } from '@/lib/contracts/delivery'
import { type StatedDelivery, stateWords } from './state-words'

const NOW = Date.parse('2026-03-01T12:00:00Z')
const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString()

const attempts = (counted: number, probes = 0): AttemptView[] =>
  Array.from({ length: counted + probes }, (_, index) => ({
    number: index + 1,
    isProbe: index >= counted,
    startedAt: at(-600),
    outcome: 'retry',
    totalMs: 12,
    exchanges: [],
  }))

function said(
  delivery: Partial<StatedDelivery>,
  { hold = null, attemptsMax = 11 }: { hold?: HoldView | null; attemptsMax?: number } = {},
) {
  const whole = { state: 'queued' as const, dueAt: at(0), changedAt: at(-60), attempts: [], ...delivery }
  const { state, pieces } = stateWords(whole, { hold, attemptsMax }, NOW)
  return `${state}: ${pieces.map((piece) => (typeof piece === 'string' ? piece : `<${(Date.parse(piece.at) - NOW) / 1000}>`)).join('')}`
}

describe('stateWords', () => {
  it('says when a waiting delivery is tried next, and which attempt that is', () => {
    expect(said({ state: 'waiting', dueAt: at(240), attempts: attempts(2) })).toBe(
      'waiting: next try <240>, attempt 3 of 11',
    )
  })

  it('calls a try that is due, or overdue by the clock of the page, a moment away', () => {
    expect(said({ state: 'waiting', dueAt: at(-3), attempts: attempts(1) })).toBe(
      'waiting: next try in a moment, attempt 2 of 11',
    )
    expect(said({})).toBe('queued: to be sent in a moment, attempt 1 of 11')
  })

  it('counts no probe of an open circuit as an attempt', () => {
    expect(said({ state: 'sending', attempts: attempts(2, 4) })).toBe('sending: Attempt 3 of 11 is under way')
  })

  it('never counts beyond the schedule, which may have become shorter', () => {
    expect(said({ state: 'sending', attempts: attempts(5) }, { attemptsMax: 3 })).toBe(
      'sending: Attempt 6 of 6 is under way',
    )
  })

  it.each(['queued', 'waiting'] as const)('says what holds a %s delivery', (state) => {
    const held = (hold: HoldView) => said({ state, dueAt: at(-5) }, { hold })
    expect(held({ why: 'paused' })).toBe('held: its destination is paused')
    expect(held({ why: 'paused', until: at(7200) })).toBe('held: its destination is paused, and resumes <7200>')
    expect(held({ why: 'circuit', since: at(-90), reason: 'x', probeAt: at(60) })).toBe(
      'held: the circuit opened <-90>; the next probe goes out <60>',
    )
    expect(held({ why: 'circuit', since: at(-90), reason: 'x', probeAt: at(1) })).toBe(
      'held: the circuit opened <-90>; a probe goes out in a moment',
    )
    expect(held({ why: 'fault', since: at(-90), reason: 'Its settings cannot be decrypted.' })).toBe(
      'held: its destination needs attention. Its settings cannot be decrypted.',
    )
  })

  it('holds nothing that is finished or under way', () => {
    const hold = { why: 'paused' } as const
    expect(said({ state: 'sending' }, { hold })).toContain('sending')
    expect(said({ state: 'delivered', attempts: attempts(1) }, { hold })).toBe('delivered: <-60>, at the first attempt')
  })

  it('tells how a finished delivery ended, and why', () => {
    expect(said({ state: 'delivered', attempts: attempts(3) })).toBe('delivered: <-60>, at attempt 3')
    expect(said({ state: 'failed', attempts: attempts(1), stateReason: 'The receiver refused it.' })).toBe(
      'failed: <-60> after 1 attempt. The receiver refused it.',
    )
    expect(said({ state: 'cancelled', stateReason: 'The destination was deleted.' })).toBe(
      'cancelled: <-60>. The destination was deleted.',
    )
  })
})
