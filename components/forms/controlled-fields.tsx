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
}

/** A text field that react-hook-form holds. */
export function ControlledTextField<Values extends FieldValues>({
  control,
  name,
  ...props
}: Bound<Values, TextFieldProps>) {
  return <TextField {...props} {...useBinding(control, name)} />
}

/** A password field that react-hook-form holds. */
export function ControlledPasswordField<Values extends FieldValues>({
  control,
  name,
  ...props
}: Bound<Values, TextFieldProps>) {
  return <PasswordField {...props} {...useBinding(control, name)} />
}

/** A field of several lines that react-hook-form holds. */
export function ControlledTextArea<Values extends FieldValues>({
  control,
  name,
  ...props
}: Bound<Values, TextAreaProps>) {
  return <TextArea {...props} {...useBinding(control, name)} />
}

function useBinding<Values extends FieldValues>(control: Control<Values>, name: FieldPath<Values>) {
  const { field, fieldState } = useController({ control, name })
  const { ref, disabled: _, ...binding } = field
  return { ...binding, inputRef: ref, error: fieldState.error?.message }
}
