import type { ReactNode } from 'react'
import type { Tone } from './badge'
import { classNames } from './class-names'
import { ExplainedText } from './tooltip'

/** Of a shape, by what it says. */
export const TONE_COLOURS: Record<Tone, string> = {
  neutral: 'text-muted',
  accent: 'text-accent-ink',
  positive: 'text-positive',
  warning: 'text-warning',
  danger: 'text-danger-ink',
}

export type StatusMarkProps = {
  tone: Tone
  /** A 14 px drawing in `currentColor`, a different one for each state. */
  shape: ReactNode
  children: ReactNode
  explanation?: ReactNode
}

/** A state as a shape and a word, so that colour is never alone; the explanation shows on hover and focus. */
export function StatusMark({ tone, shape, children, explanation }: StatusMarkProps) {
  const mark = (
    <span className="inline-flex items-center gap-1.5 align-middle text-sm whitespace-nowrap text-soft">
      <span className={classNames('grid size-3.5 shrink-0 place-items-center', TONE_COLOURS[tone])}>{shape}</span>
      {children}
    </span>
  )
  return explanation ? <ExplainedText explanation={explanation}>{mark}</ExplainedText> : mark
}
