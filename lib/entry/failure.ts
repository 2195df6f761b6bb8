import 'server-only'
import { randomUUID } from 'node:crypto'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { ActionResult, Failure, FieldErrors } from '../contracts/result'
import { AppError } from '../errors'
import { log } from '../log'
import { unkeepable } from './check-text'

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

/** An input as its schema reads it, or what is wrong with it, the first message for each field. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): ActionResult<z.output<S>> {
  const bad = unkeepable(raw)
  if (bad) return { ok: false, error: invalid({ [bad.path]: bad.message }) }
  const parsed = schema.safeParse(raw)
  if (parsed.success) return { ok: true, value: parsed.data }
  const fields: FieldErrors = {}
  for (const issue of parsed.error.issues) fields[issue.path.join('.')] ??= issue.message
  return { ok: false, error: invalid(fields) }
}

function invalid(fields: FieldErrors): Failure {
  const messages = Object.values(fields)
  const message = messages.length === 1 ? (messages[0] ?? '') : `${messages.length} fields need your attention.`
  return { code: 'invalid-input', message, fields }
}
