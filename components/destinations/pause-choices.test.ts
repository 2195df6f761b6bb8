import { describe, expect, test } from 'vitest'
import { momentProblem, pauseEnd } from './pause-choices'

const now = new Date(2026, 2, 10, 14, 30).getTime()

describe('the end of a pause', () => {
  test('is what was chosen, by the reader’s clock', () => {
    expect(pauseEnd('resumed', '', now)).toBeUndefined()
    expect(pauseEnd('1h', '', now)).toBe(new Date(2026, 2, 10, 15, 30).toISOString())
    expect(pauseEnd('4h', '', now)).toBe(new Date(2026, 2, 10, 18, 30).toISOString())
    expect(pauseEnd('tomorrow', '', now)).toBe(new Date(2026, 2, 11, 9, 0).toISOString())
    expect(pauseEnd('moment', '2026-03-12T00:00:00.000Z', now)).toBe('2026-03-12T00:00:00.000Z')
  })

  test('must be still to come and within 90 days', () => {
    const inDays = (days: number) => new Date(now + days * 86_400_000).toISOString()
    expect(momentProblem('', now)).toContain('Choose a date')
    expect(momentProblem(inDays(-1), now)).toContain('over')
    expect(momentProblem(inDays(91), now)).toContain('90 days')
    expect(momentProblem(inDays(89), now)).toBeUndefined()
  })
})
