'use client'

import { ChevronRight } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { classNames } from './class-names'

export type CollapsiblePanelProps = {
  title: string
  /** What it holds, said while it is closed. */
  summary: ReactNode
  isOpen: boolean
  onToggle: (isOpen: boolean) => void
  children: ReactNode
}

/** A part of a page that is rarely looked at. What is inside is kept while it is closed, as a form needs. */
export function CollapsiblePanel({ title, summary, isOpen, onToggle, children }: CollapsiblePanelProps) {
  const id = useId()
  return (
    <section aria-labelledby={`${id}-title`} className="min-w-0 rounded-lg border bg-surface">
      <h2 id={`${id}-title`} className="text-base font-semibold">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => onToggle(!isOpen)}
          className={classNames(
            'flex w-full items-center gap-2 rounded-t-lg px-4 py-2.5 text-left transition-colors duration-75 hover:bg-hover focus-visible:-outline-offset-2',
            !isOpen && 'rounded-b-lg',
          )}
        >
          <ChevronRight
            aria-hidden="true"
            size={16}
            className={classNames('shrink-0 text-muted transition-transform duration-75', isOpen && 'rotate-90')}
          />
          {title}
          <span className="ml-auto min-w-0 truncate text-sm font-normal text-muted">{summary}</span>
        </button>
      </h2>
      <div id={id} hidden={!isOpen} className="border-t p-4">
        {children}
      </div>
    </section>
  )
}
