import 'server-only'
import { randomUUID } from 'node:crypto'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { Failure, FieldErrors } from '../contracts/result'
import { AppError } from '../errors'
import { log } from '../log'

/** What a caught error may say to the browser. Next's own signals go on; what nobody foresaw is logged and answered with its id only. */
export function failureOf(error: unknown): Failure {
  unstable_rethrow(error)
  if (error instanceof AppError) {
    if (error.code === 'database-unavailable') log.warn({ err: error.cause }, 'the database does not answer')
    return { code: error.code, message: error.message, fields: error.fields }
  }
  const id = randomUUID().slice(0, 8)
  log.error({ err: error, errorId: id }, 'unexpected error')
  return { code: 'unexpected', message: `Something went wrong on the server. Its log has the details under ${id}.` }
}

/** The first message for each field of an input that its schema refused. */
export function invalidInput(error: z.ZodError): Failure {
  const fields: FieldErrors = {}
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message
  const messages = Object.values(fields)
  const message = messages.length === 1 ? (messages[0] ?? '') : `${messages.length} fields need your attention.`
  return { code: 'invalid-input', message, fields }
}
