import type { ReactNode } from 'react'

export type KeyValue = { label: string; value: ReactNode }

/** Facts as label and value, side by side, one above the other where it is narrow. */
export function KeyValueList({ items }: { items: readonly KeyValue[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-1 text-base sm:grid-cols-[minmax(8rem,max-content)_minmax(0,1fr)] sm:gap-y-2.5">
      {items.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-sm/5 text-muted not-first:mt-2 sm:mt-0">{label}</dt>
          <dd className="min-w-0 break-words text-ink">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
