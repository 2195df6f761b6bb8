import type { ReactNode } from 'react'

export type EmptyStateProps = {
  title: string
  /** One sentence that teaches. */
  children: ReactNode
  action?: ReactNode
  drawing?: ReactNode
}

/** What stands where a list has nothing to show. */
export function EmptyState({ title, children, action, drawing }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center px-6 py-14 text-center">
      {drawing && <div className="mb-5 text-muted">{drawing}</div>}
      <h2 className="text-md font-semibold text-balance">{title}</h2>
      <p className="mt-1 max-w-md text-base text-muted text-pretty">{children}</p>
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
