import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './breadcrumbs'

export type PageHeaderProps = {
  title: string
  /** Stands before the title, for example a logo. */
  mark?: ReactNode
  description?: ReactNode
  actions?: ReactNode
  crumbs?: readonly Crumb[]
}

/** The head of every page: where it is, what it is, what can be done. */
export function PageHeader({ title, mark, description, actions, crumbs }: PageHeaderProps) {
  return (
    <header className="flex flex-col gap-2 pb-5">
      {crumbs && <Breadcrumbs crumbs={crumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 items-center gap-3">
          {mark}
          <div className="min-w-0">
            <h1 className="text-xl font-semibold tracking-tight break-words">{title}</h1>
            {description && <p className="mt-0.5 max-w-2xl text-base text-muted text-pretty">{description}</p>}
          </div>
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  )
}
