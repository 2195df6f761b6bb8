import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearest } from './did-you-mean'

/** The textbook recurrence over the whole matrix. */
function distance(left: string, right: string): number {
  const cell = (row: number, column: number): number => cells[row]?.[column] ?? Number.POSITIVE_INFINITY
  const cells: number[][] = []
  for (let row = 0; row <= left.length; row++) {
    cells[row] = []
    for (let column = 0; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1]
      const isSwap = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      const start = row + column === 0 ? 0 : Number.POSITIVE_INFINITY
      const kept = cell(row - 1, column - 1) + (same ? 0 : 1)
      const swapped = isSwap ? cell(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY
      const cost = Math.min(start, kept, swapped, cell(row - 1, column) + 1, cell(row, column - 1) + 1)
      cells[row]?.push(cost)
    }
  }
  return cell(left.length, right.length)
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'c'), maxLength: 26, size: 'max' })

/** A word and one a few slips away, so that distances near the limit are common. */
const nearWords = fc
  .tuple(word, fc.array(fc.tuple(fc.nat({ max: 26 }), fc.constantFrom('', 'a', 'b', 'swap')), { maxLength: 7 }))
  .map(([word, slips]) => {
    let other = word
    for (const [place, slip] of slips) {
      const [head, tail] = [other.slice(0, place), other.slice(place)]
      other =
        slip === 'swap' ? head + [...tail.slice(0, 2)].reverse().join('') + tail.slice(2) : head + slip + tail.slice(1)
    }
    return [word, other] as const
  })

test('the nearest is the one with the fewest slips ignoring case, then the first by code unit', () => {
  fc.assert(
    fc.property(nearWords, fc.array(nearWords, { maxLength: 4 }), ([wanted, near], others) => {
      const candidates = [near, ...others.flat()]
      const allowed = Math.min(4, Math.floor((wanted.length + 1) / 4))
      const measured = candidates
        .map((candidate) => ({ candidate, slips: distance(wanted.toLowerCase(), candidate.toLowerCase()) }))
        .filter(({ slips }) => slips <= allowed)
        .sort((left, right) => left.slips - right.slips || (left.candidate < right.candidate ? -1 : 1))
      expect(nearest(wanted, candidates)).toBe(measured[0]?.candidate)
      expect(nearest(wanted, candidates.toReversed())).toBe(measured[0]?.candidate)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['dev-genral', 'dev-general'],
  ['dev-gneeral', 'dev-general'],
  ['Errors', 'errors'],
  ['errors ', 'errors'],
  ['okta.systemlog', 'Okta.SystemLog'],
  ['AWS.CloudTrial', 'AWS.CloudTrail'],
])('%j is near %j', (word, meant) => {
  expect(nearest(word, ['constructor', 'AWS.CloudTrail', 'dev-general', 'errors', 'Okta.SystemLog'])).toBe(meant)
})

test.each([
  ['', ['a', 'ab']],
  ['a', ['b', 'ab']],
  ['ok', ['on', 'okta']],
  ['6f1c2d0a-8f0e-4a52-9a51-0b7a6a1fffff', ['errors', 'dev-general']],
  ['a-name-of-twenty-four-xx', ['a-name-of-nineteen-letters']],
])('%j is near nothing in %j', (word, candidates) => {
  expect(nearest(word, candidates)).toBeUndefined()
})

test('four slips in a long word are near and a fifth is not', () => {
  const candidates = ['a-rather-long-destination-name']
  expect(nearest('x-xather-xong-xestination-name', candidates)).toBe(candidates[0])
  expect(nearest('x-xather-xong-xestination-xame', candidates)).toBeUndefined()
})
