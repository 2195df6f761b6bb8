import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDuration, segmentsOf } from './phases'

const ms = fc.double({ min: 0, max: 60_000, noNaN: true })
const anyPhases = fc.record({ dns: ms, connect: ms, tls: ms, firstByte: ms, total: ms }, { requiredKeys: ['total'] })

describe('where the time went', () => {
  it('names the phases that happened, in order, and what is left of the whole', () => {
    const segments = segmentsOf({ dns: 10, connect: 20, firstByte: 60, total: 100 })
    expect(segments.map(({ label, ms: duration }) => [label, duration])).toEqual([
      ['DNS', 10],
      ['Connect', 20],
      ['First byte', 60],
      ['Rest', 10],
    ])
  })

  it('never fills more than the bar, whatever was measured', () => {
    fc.assert(
      fc.property(anyPhases, (phases) => {
        const segments = segmentsOf(phases)
        const sum = segments.reduce((total, { share }) => total + share, 0)
        expect(sum).toBeLessThanOrEqual(1.000001)
        expect(segments.every(({ share }) => share >= 0)).toBe(true)
      }),
    )
  })

  it('has no bar for an attempt that ended before anything was sent', () => {
    expect(segmentsOf({ total: 0 })).toEqual([])
  })
})

describe('a duration', () => {
  it.each([
    [0, '0 ms'],
    [8.44, '8.4 ms'],
    [9.96, '10 ms'],
    [312.4, '312 ms'],
    [999.7, '1.00 s'],
    [15_000, '15.00 s'],
  ])('of %d ms reads %s', (duration, words) => expect(formatDuration(duration)).toBe(words))
})
