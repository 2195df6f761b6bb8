import { describe, expect, test } from 'vitest'
import { barsOf, niceCeiling, pathOf } from './chart-shape'

describe('a chart', () => {
  test('ends its axis with a round number', () => {
    expect([0, 1, 3, 7, 12, 99, 1001].map(niceCeiling)).toEqual([1, 1, 5, 10, 20, 100, 2000])
  })

  test('stacks what was not delivered on what was', () => {
    const bin = { from: '', to: '', delivered: 6, notDelivered: 2, p50Ms: null, p95Ms: null }
    expect(barsOf(bin, 10)).toEqual({
      delivered: { y: 0.4, height: 0.6 },
      notDelivered: { y: expect.closeTo(0.2), height: 0.2 },
    })
  })

  test('breaks its line where there is no value', () => {
    expect(pathOf([50, 100, null, 25], 100)).toBe('M0.5 0.5h0L1.5 0M3.5 0.75h0')
    expect(pathOf([null, null], 100)).toBe('')
  })
})
