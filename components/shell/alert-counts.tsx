'use client'

import NextLink from 'next/link'
import type { AlertCountsView } from '@/lib/contracts/alert-list'
import { useAlertCounts } from '../alerts/alert-counts'
import { countText } from '../alerts/alert-words'
import { alertsHref } from '../alerts/list-search'

type Line = { label: string; href: string; count: (counts: AlertCountsView) => number }

const LINES: readonly Line[] = [
  { label: 'Unrouted', href: alertsHref({ unrouted: true }), count: ({ unrouted }) => unrouted },
  { label: 'Failed', href: alertsHref({ delivery: ['failed'] }), count: ({ failed }) => failed },
  {
    label: 'Held over 24 hours',
    href: alertsHref({ status: [], delivery: ['queued', 'waiting'], time: 'older-24h' }),
    count: ({ held }) => held,
  },
]

/** What waits for somebody, below Alerts & Errors; nothing where nothing does. */
export function AlertCounts({ onNavigate }: { onNavigate?: () => void }) {
  const counts = useAlertCounts()
  const lines = counts ? LINES.filter(({ count }) => count(counts) > 0) : []
  if (!counts || lines.length === 0) return null
  return (
    <ul aria-label="Needs attention" className="flex flex-col gap-px pt-px">
      {lines.map(({ label, href, count }) => (
        <li key={label}>
          <NextLink
            href={href}
            onClick={onNavigate}
            prefetch={false}
            className="flex h-7 items-center justify-between gap-2 rounded-md pr-2 pl-8 text-sm text-soft transition-colors duration-75 hover:bg-hover hover:text-ink"
          >
            <span className="truncate">{label}</span>
            <span className="rounded-full bg-warning-soft px-1.5 text-xs font-medium text-warning-ink tabular-nums">
              {countText(count(counts))}
            </span>
          </NextLink>
        </li>
      ))}
    </ul>
  )
}
