import { ChevronLeft, ChevronRight } from 'lucide-react'
import NextLink from 'next/link'
import type { ReactNode } from 'react'
import { buttonStyle } from './button-style'

export type PaginationProps = {
  /** What is shown, for example "1–50 of 214 destinations". */
  summary: string
  previousHref?: string
  nextHref?: string
}

/** Previous and next page of a list, with what is shown now. */
export function Pagination({ summary, previousHref, nextHref }: PaginationProps) {
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-3 py-3 text-sm text-muted">
      <p className="tabular-nums">{summary}</p>
      {(previousHref || nextHref) && (
        <div className="flex gap-2">
          <PageLink href={previousHref}>
            <ChevronLeft aria-hidden="true" size={14} />
            Previous
          </PageLink>
          <PageLink href={nextHref}>
            Next
            <ChevronRight aria-hidden="true" size={14} />
          </PageLink>
        </div>
      )}
    </nav>
  )
}

function PageLink({ href, children }: { href?: string; children: ReactNode }) {
  const style = buttonStyle('secondary', 'sm')
  if (href) {
    return (
      <NextLink href={href} className={style}>
        {children}
      </NextLink>
    )
  }
  return (
    <span data-disabled className={style}>
      {children}
    </span>
  )
}
