import type { FormError } from '@/components/ui/form-error-summary'
import type { Failure } from '@/lib/contracts/result'

/** The message at a path of a form's errors, such as `settings.headers.0.value`. */
export function errorAt(errors: object, path: string): string | undefined {
  let node: unknown = errors
  for (const step of path.split('.')) node = childOf(node, step)
  const message = childOf(node, 'message')
  return typeof message === 'string' ? message : undefined
}

/** All errors of a form as its summary lists them, in the order of the fields. */
export function listErrors(errors: object): FormError[] {
  return leaves(errors, [])
}

/** A failure as a form's summary lists it: by field, or as a whole. */
export function failureErrors({ fields, message }: Failure): FormError[] {
  const errors = Object.entries(fields ?? {}).map(([field, text]) => ({ field, message: text }))
  return errors.length === 0 ? [{ message }] : errors
}

function leaves(node: unknown, path: string[]): FormError[] {
  if (typeof node !== 'object' || node === null) return []
  if ('message' in node && typeof node.message === 'string') return [{ field: path.join('.'), message: node.message }]
  return Object.entries(node).flatMap(([step, child]) => leaves(child, [...path, step]))
}

function childOf(node: unknown, step: string): unknown {
  return typeof node === 'object' && node !== null ? Reflect.get(node, step) : undefined
}
