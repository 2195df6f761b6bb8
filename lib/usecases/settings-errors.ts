import type { FieldErrors } from '../contracts/result'
import { AppError } from '../errors'

/** A destination type that is not among those that exist. */
export const unknownType = (type: string) =>
  new AppError('invalid-input', `There is no destination type ${JSON.stringify(type)}. Choose one from the gallery.`, {
    fields: { type: 'There is no such destination type.' },
  })

/** Settings that the type's schema, the stored secrets or the outbound guard refused. */
export function invalidSettings(fields: FieldErrors): AppError {
  const [first, ...others] = Object.values(fields)
  const message = others.length === 0 && first ? first : `${others.length + 1} fields need your attention.`
  return new AppError('invalid-input', message, { fields })
}

/** Somebody else changed it since the form was opened. */
export const stale = (what: string) =>
  new AppError('stale', `Somebody else changed this ${what} after you opened it, and nothing was saved.`)
