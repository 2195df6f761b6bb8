import { type ReactNode, useId } from 'react'

export type PanelProps = { title: string; description?: ReactNode; actions?: ReactNode; children: ReactNode }

/** A titled part of a page inside a hairline border. */
export function Panel({ title, description, actions, children }: PanelProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-lg border bg-surface">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-4 py-2.5">
        <div className="min-w-0">
          <h2 id={id} className="text-base font-semibold">
            {title}
          </h2>
          {description && <p className="text-sm text-muted text-pretty">{description}</p>}
        </div>
        {actions}
      </div>
      <div className="p-4">{children}</div>
    </section>
  )
}
