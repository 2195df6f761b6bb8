import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import type { Failure } from '@/lib/contracts/result'

/**
 * Puts a failure where the person can act on it: each message at its field, with the focus on the first, and the failure's
 * own message at the form's head (`errors.root`) when it is of no field.
 */
export function applyFailure<Values extends FieldValues>(
  form: Pick<UseFormReturn<Values>, 'setError' | 'getValues'>,
  failure: Failure,
) {
  const names = Object.entries(failure.fields ?? {})
  const known = names.filter(([name]) => (name.split('.')[0] ?? '') in form.getValues())
  known.forEach(([name, message], index) => {
    form.setError(name as Path<Values>, { type: failure.code, message }, { shouldFocus: index === 0 })
  })
  if (known.length === 0) form.setError('root', { type: failure.code, message: failure.message })
}
