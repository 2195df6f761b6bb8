'use client'

import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldError as AriaFieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'

/** What every field takes besides its value. */
export type FieldCopy = {
  label: string
  /** Shown below the field, always. */
  help?: ReactNode
  /** What is wrong and what to do; replaces nothing, stands below the help. */
  error?: string
  /** Marks a field that may stay empty. */
  isOptional?: boolean
}

export const fieldStyle = 'group flex min-w-0 flex-col gap-1.5'
export const labelStyle = 'flex items-baseline gap-1.5 text-sm font-medium text-ink'
export const helpStyle = 'text-sm text-muted text-pretty'
export const errorStyle = 'flex items-start gap-1.5 text-sm text-danger-ink text-pretty'

export const inputStyle =
  'w-full min-w-0 rounded-md border border-control bg-surface px-2.5 text-base text-ink shadow-control ' +
  'transition-colors duration-75 hover:border-muted focus:border-accent-ink focus:outline-2 focus:-outline-offset-1 focus:outline-accent-ink ' +
  'group-data-invalid:border-danger-ink group-data-invalid:focus:outline-danger-ink ' +
  'disabled:cursor-not-allowed disabled:bg-hover disabled:text-soft disabled:shadow-none'

/** The word beside the label of a field that may stay empty. */
export function OptionalMark() {
  return <span className="text-xs font-normal text-muted">Optional</span>
}

/** The label of a field of this kit. */
export function FieldLabel({ label, isOptional }: Pick<FieldCopy, 'label' | 'isOptional'>) {
  return (
    <span className="flex items-baseline gap-1.5">
      <Label className={labelStyle}>{label}</Label>
      {isOptional && <OptionalMark />}
    </span>
  )
}

/** Help and error below a field; wired to it by the field around them. */
export function FieldNotes({ help, error }: Pick<FieldCopy, 'help' | 'error'>) {
  return (
    <>
      {help && (
        <Text slot="description" elementType="div" className={helpStyle}>
          {help}
        </Text>
      )}
      {error && (
        <AriaFieldError className={errorStyle} elementType="div">
          <CircleAlert aria-hidden="true" size={14} className="mt-[3px] shrink-0" />
          {error}
        </AriaFieldError>
      )}
    </>
  )
}
