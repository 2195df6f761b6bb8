'use client'

import type { ReactNode, Ref } from 'react'
import { Input } from 'react-aria-components/Input'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'
import { classNames } from './class-names'
import { type FieldCopy, FieldLabel, FieldNotes, fieldStyle, inputStyle } from './field-parts'

type SharedProps = FieldCopy &
  Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid' | 'validate'> & {
    placeholder?: string
    /** Ids, addresses, code: monospace. */
    isMono?: boolean
    className?: string
  }

export type TextFieldProps = SharedProps & {
  inputRef?: Ref<HTMLInputElement>
  /** A small control at the right end inside the field, for example a reveal button. */
  trailing?: ReactNode
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, help, error, isOptional, placeholder, isMono, inputRef, trailing, className, ...field } = props
  return (
    <AriaTextField
      {...field}
      data-field={field.name}
      isInvalid={Boolean(error)}
      className={classNames(fieldStyle, className)}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <span className="relative flex">
        <Input
          ref={inputRef}
          placeholder={placeholder}
          className={classNames(inputStyle, 'h-9', isMono && 'font-mono text-sm', Boolean(trailing) && 'pr-10')}
        />
        {trailing && <span className="absolute inset-y-0 right-1 flex items-center">{trailing}</span>}
      </span>
      <FieldNotes help={help} error={error} />
    </AriaTextField>
  )
}

export type TextAreaProps = SharedProps & { rows?: number; inputRef?: Ref<HTMLTextAreaElement> }

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { label, help, error, isOptional, placeholder, isMono, inputRef, rows = 4, className, ...field } = props
  return (
    <AriaTextField
      {...field}
      data-field={field.name}
      isInvalid={Boolean(error)}
      className={classNames(fieldStyle, className)}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <AriaTextArea
        ref={inputRef}
        rows={rows}
        placeholder={placeholder}
        className={classNames(inputStyle, 'resize-y py-2', isMono && 'font-mono text-sm')}
      />
      <FieldNotes help={help} error={error} />
    </AriaTextField>
  )
}
