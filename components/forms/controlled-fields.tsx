'use client'

import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'
import { PasswordField } from '@/components/ui/password-field'
import { TextArea, type TextAreaProps, TextField, type TextFieldProps } from '@/components/ui/text-field'

type Bound<Values extends FieldValues, Props> = Omit<
  Props,
  'name' | 'value' | 'onChange' | 'onBlur' | 'error' | 'inputRef'
> & {
  control: Control<Values>
  name: FieldPath<Values>
  /** What is plainly wrong, said before the server is asked. */
  check?: (value: string) => string | undefined
}

/** A text field that react-hook-form holds. */
export function ControlledTextField<Values extends FieldValues>({
  control,
  name,
  check,
  ...props
}: Bound<Values, TextFieldProps>) {
  return <TextField {...props} {...useBinding({ control, name, check })} />
}

/** A password field that react-hook-form holds. */
export function ControlledPasswordField<Values extends FieldValues>({
  control,
  name,
  check,
  ...props
}: Bound<Values, TextFieldProps>) {
  return <PasswordField {...props} {...useBinding({ control, name, check })} />
}

/** A field of several lines that react-hook-form holds. */
export function ControlledTextArea<Values extends FieldValues>({
  control,
  name,
  check,
  ...props
}: Bound<Values, TextAreaProps>) {
  return <TextArea {...props} {...useBinding({ control, name, check })} />
}

function useBinding<Values extends FieldValues>(bound: Pick<Bound<Values, unknown>, 'control' | 'name' | 'check'>) {
  const { control, name, check } = bound
  const { field, fieldState } = useController({
    control,
    name,
    rules: { validate: (value) => check?.(String(value)) },
  })
  const { ref, disabled: _, ...binding } = field
  return { ...binding, inputRef: ref, error: fieldState.error?.message }
}
