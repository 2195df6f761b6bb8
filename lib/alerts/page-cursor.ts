import { AppError } from '../errors'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function badCursor(): AppError {
  const message =
    'This is no cursor of this list. Give the next of the page before, unchanged, or leave it out to begin anew.'
  return new AppError('invalid-input', message, { fields: { cursor: message } })
}

/** A cursor that is the id of the last item already read. @throws {AppError} `invalid-input` */
export function idCursor(cursor: string | undefined): string | undefined {
  if (cursor !== undefined && !UUID.test(cursor)) throw badCursor()
  return cursor
}

/** One page of items of which one more was asked for than fit, if there are so many. */
export function pageOf<T extends { id: string }>(
  found: readonly T[],
  limit: number,
): { results: T[]; next: string | null } {
  const results = found.slice(0, limit)
  return { results, next: found.length > limit ? (results.at(-1)?.id ?? null) : null }
}
