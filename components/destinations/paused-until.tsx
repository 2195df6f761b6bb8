'use client'

import { formatExact, formatMoment } from '@/components/ui/format-time'
import { useNow } from '@/components/ui/relative-time'

/** When a pause ends, by the reader's own clock: "until 14:30", with the day when it is another. */
export function PausedUntil({ at, isBare }: { at: string; isBare?: boolean }) {
  const now = useNow()
  const atMs = Date.parse(at)
  return (
    <time dateTime={at} title={now === undefined ? undefined : formatExact(atMs)} className="whitespace-nowrap">
      {!isBare && 'until '}
      {now === undefined ? formatExact(atMs, 'UTC') : formatMoment(atMs, now)}
    </time>
  )
}
