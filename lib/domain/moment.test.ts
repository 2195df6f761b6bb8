import { describe, expect, test } from 'vitest'
import { parseMoment } from './moment'

describe('a moment in a query', () => {
  test.each([
    ['2026-03-01T12:00:00Z', '2026-03-01T12:00:00.000Z'],
    ['2026-03-01T12:00:00.123456789+02:00', '2026-03-01T10:00:00.123Z'],
    ['2026-03-01', '2026-03-01T00:00:00.000Z'],
    ['2026-03', '2026-03-01T00:00:00.000Z'],
    ['1772366400', '2026-03-01T12:00:00.000Z'],
    ['0', '1970-01-01T00:00:00.000Z'],
  ])('%s is read', (text, moment) => {
    expect(parseMoment(text)?.toISOString()).toBe(moment)
  })

  test.each(['', 'yesterday', '2026-13', '2026-02-30', '2026-03-01T12:00:00', '-1', '1.5', '123456789012'])(
    '%s is refused',
    (text) => {
      expect(parseMoment(text)).toBeUndefined()
    },
  )
})
