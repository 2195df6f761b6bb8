import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_DELIVERY_SETTINGS } from './delivery'
import { readWaits, sayWait, writeWaits } from './wait'

describe('waits', () => {
  test('read back as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 700_000 })), (waits) => {
        expect(readWaits(writeWaits(waits))).toEqual({ waits })
      }),
    )
  })

  test('are written in the unit that says them shortest', () => {
    expect(writeWaits(DEFAULT_DELIVERY_SETTINGS.retrySeconds)).toBe('5s, 30s, 2m, 10m, 30m, 1h, 3h, 8h, 20h, 36h')
    expect(writeWaits([0.5, 90, 86_400])).toBe('0.5s, 90s, 1d')
  })

  test('are read however they are set apart', () => {
    expect(readWaits(' 5s,30 S;2m\n 1.5h, ')).toEqual({ waits: [5, 30, 120, 5400] })
    expect(readWaits('')).toEqual({ waits: [] })
  })

  test('name the piece that cannot be read', () => {
    expect(readWaits('5s, soon, 2m')).toEqual({ unread: 'soon' })
    expect(readWaits('5')).toEqual({ unread: '5' })
    expect(readWaits('-5s')).toEqual({ unread: '-5s' })
  })

  test('are said in their two largest units', () => {
    expect(sayWait(0)).toBe('0 s')
    expect(sayWait(90)).toBe('1 min 30 s')
    expect(sayWait(250_000)).toBe('2 d 21 h')
  })
})
