import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { errorStyle, type FieldCopy, fieldStyle, helpStyle, labelStyle, OptionalMark } from './field-parts'

export type FieldWiring = {
  id: string
  'aria-labelledby': string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export type FieldProps = FieldCopy & {
  name: string
  /** Stands at the right end of the label's line, for example a count. */
  aside?: ReactNode
  children: (wiring: FieldWiring) => ReactNode
}

/** Label, help and error around a control that is not of this kit; spread the wiring on the control. */
export function Field({ name, label, help, error, isOptional, aside, children }: FieldProps) {
  const id = useId()
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={fieldStyle} data-field={name}>
      <span className="flex items-baseline gap-1.5">
        <label id={`${id}-label`} htmlFor={id} className={labelStyle}>
          {label}
        </label>
        {isOptional && <OptionalMark />}
        {aside && <span className="ml-auto flex items-baseline gap-2.5">{aside}</span>}
      </span>
      {children({
        id,
        'aria-labelledby': `${id}-label`,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {help && (
        <div id={`${id}-help`} className={helpStyle}>
          {help}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} className={errorStyle}>
          <CircleAlert aria-hidden="true" size={14} className="mt-[3px] shrink-0" />
          {error}
        </div>
      )}
    </div>
  )
}
