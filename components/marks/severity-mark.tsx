import type { ReactNode } from 'react'
import type { Severity } from '@/lib/domain/severity'

const SHAPES: Record<Severity, { colour: string; drawing: ReactNode }> = {
  INFO: {
    colour: 'text-severity-info',
    drawing: <circle cx="7" cy="7" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.75" />,
  },
  LOW: {
    colour: 'text-severity-low',
    drawing: <path d="M2 3.5h10L7 11.75z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />,
  },
  MEDIUM: {
    colour: 'text-severity-medium',
    drawing: <path d="M7 1.5 12.5 7 7 12.5 1.5 7z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />,
  },
  HIGH: {
    colour: 'text-severity-high',
    drawing: <path d="M7 2.25 12 10.5H2z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />,
  },
  CRITICAL: {
    colour: 'text-severity-critical',
    drawing: <path fillRule="evenodd" d="M4.5 1h5L13 4.5v5L9.5 13h-5L1 9.5v-5zM3.5 6v2h7V6z" fill="currentColor" />,
  },
}

/** The severity's own shape in its colour, without the word; decorative. */
export function SeverityShape({ severity }: { severity: Severity }) {
  const { colour, drawing } = SHAPES[severity]
  return (
    <svg aria-hidden="true" width="14" height="14" viewBox="0 0 14 14" className={`shrink-0 ${colour}`}>
      {drawing}
    </svg>
  )
}

/** A severity: shape and word, the same everywhere. */
export function SeverityMark({ severity }: { severity: Severity }) {
  return (
    <span className="inline-flex items-center gap-1.5 align-middle text-xs font-medium whitespace-nowrap text-soft">
      <SeverityShape severity={severity} />
      {severity}
    </span>
  )
}
