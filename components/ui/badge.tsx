import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type Tone = 'neutral' | 'accent' | 'positive' | 'warning' | 'danger'

const tones: Record<Tone, string> = {
  neutral: 'border-line bg-hover text-soft',
  accent: 'border-accent-line bg-accent-soft text-accent-ink',
  positive: 'border-positive-line bg-positive-soft text-positive-ink',
  warning: 'border-warning-line bg-warning-soft text-warning-ink',
  danger: 'border-danger-line bg-danger-soft text-danger-ink',
}

/** A short word about a thing: its kind, a count. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex h-5 items-center gap-1 rounded-sm border px-1.5 text-xs whitespace-nowrap',
        tones[tone],
      )}
    >
      {children}
    </span>
  )
}
