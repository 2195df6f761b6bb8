import { classNames } from './class-names'

/** Stands in for what is still loading, at its size: give height and width as classes. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={classNames('block animate-pulse rounded-sm bg-pressed', className ?? 'h-4 w-full')}
    />
  )
}

/** Table rows that are still loading. */
export function SkeletonRows({ rows = 8, label }: { rows?: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col">
      {Array.from({ length: rows }, (_, row) => (
        <span key={row.toString()} className="flex h-10 items-center gap-6 border-b px-3">
          <Skeleton className="h-3.5 w-2/5" />
          <Skeleton className="h-3.5 w-1/5" />
          <Skeleton className="h-3.5 w-1/4" />
        </span>
      ))}
    </div>
  )
}
