'use client'

import { useSyncExternalStore } from 'react'
import { formatExact, formatRelative } from './format-time'

const TICK_MS = 15_000

const listeners = new Set<() => void>()
let nowMs: number | undefined
let timer: ReturnType<typeof setInterval> | undefined

/** One clock for all times on the page; it stands still while none is shown. */
function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(() => {
    nowMs = Date.now()
    for (const notify of listeners) notify()
  }, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
    nowMs = undefined
  }
}

function readNow(): number {
  nowMs ??= Date.now()
  return nowMs
}

/** The time by the page's clock, in Unix milliseconds; `undefined` on the server. */
export function useNow(): number | undefined {
  return useSyncExternalStore<number | undefined>(subscribe, readNow, () => undefined)
}

/** A time (ISO 8601) as "3 min ago", with the exact time and zone on hover; the server renders it exact, in UTC. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const now = useNow()
  const atMs = Date.parse(at)
  return (
    <time
      dateTime={at}
      title={now === undefined ? undefined : formatExact(atMs)}
      className={className ?? 'whitespace-nowrap'}
    >
      {now === undefined ? formatExact(atMs, 'UTC') : formatRelative(atMs, now)}
    </time>
  )
}
