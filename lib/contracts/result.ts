/** Every way a request can end other than as asked. */
export type ErrorCode =
  | 'invalid-input'
  | 'signed-out'
  | 'bad-token'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'too-large'
  | 'too-many-tries'
  | 'database-unavailable'
  | 'unexpected'

/** Messages by field name; `settings.url` names a field of the destination type. */
export type FieldErrors = Record<string, string>

/** A failure as the browser gets it: the message is for a person and holds no secret. */
export type Failure = { code: ErrorCode; message: string; fields?: FieldErrors }

/** What a server action answers: expected failure is a value, so that a form keeps what was typed. */
export type ActionResult<T> = { ok: true; value: T } | { ok: false; error: Failure }
