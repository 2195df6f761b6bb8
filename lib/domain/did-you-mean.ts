/** More than this many slips is another word, however long the word is. */
const MOST_SLIPS = 4

/** Very short words are near nothing but themselves: one slip in "a" would reach every other letter. */
function slipsAllowed(word: string): number {
  return Math.min(MOST_SLIPS, Math.floor((word.length + 1) / 4))
}

/**
 * The candidate a misspelt word most likely meant, or `undefined` when none is near: the least optimal-string-alignment
 * distance ignoring case, ties by code unit, whatever the order of the candidates.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase()
  let best: string | undefined
  let limit = slipsAllowed(wanted)
  for (const candidate of candidates) {
    const distance = distanceWithin(wanted, candidate.toLowerCase(), limit)
    if (distance === undefined) continue
    if (best === undefined || distance < limit || candidate < best) best = candidate
    limit = distance
  }
  return best
}

/**
 * The optimal-string-alignment distance when it is at most `limit`, else `undefined`. A cell further than `limit` from
 * the diagonal cannot be part of such a distance, so it is never computed.
 */
function distanceWithin(left: string, right: string, limit: number): number | undefined {
  if (Math.abs(left.length - right.length) > limit) return undefined
  if (left === right) return 0
  const beyond = limit + 1
  let beforePrevious: number[] = []
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row++) {
    const current = new Array<number>(right.length + 1).fill(beyond)
    current[0] = row
    let least = row
    for (let column = Math.max(1, row - limit); column <= Math.min(right.length, row + limit); column++) {
      const replaced = left[row - 1] === right[column - 1] ? 0 : 1
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      const cost = Math.min(
        (previous[column - 1] ?? beyond) + replaced,
        (previous[column] ?? beyond) + 1,
        (current[column - 1] ?? beyond) + 1,
        isSwap ? (beforePrevious[column - 2] ?? beyond) + 1 : beyond,
      )
      current[column] = cost
      least = Math.min(least, cost)
    }
    if (least > limit) return undefined
    beforePrevious = previous
    previous = current
  }
  const distance = previous[right.length] ?? beyond
  return distance > limit ? undefined : distance
}
