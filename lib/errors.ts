import type { ErrorCode, FieldErrors } from './contracts/result'

export const ERROR_STATUS: Record<ErrorCode, number> = {
  'invalid-input': 400,
  'signed-out': 401,
  'bad-token': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 409,
  'too-large': 413,
  'too-many-tries': 429,
  'database-unavailable': 503,
  unexpected: 500,
}

/**
 * A request that cannot proceed. The message is for a person: what happened, then what to do; it holds no secret and is
 * shown as it is.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly fields: FieldErrors | undefined
  constructor(
    readonly code: ErrorCode,
    message: string,
    options: ErrorOptions & { fields?: FieldErrors } = {},
  ) {
    super(message, options)
    this.fields = options.fields
  }
}

export const databaseUnavailable = (cause?: unknown) =>
  new AppError(
    'database-unavailable',
    'The database does not answer. Nothing was changed and nothing you typed is lost; try again in a moment.',
    { cause },
  )
