'use client'

import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { AlertCountsView } from '@/lib/contracts/alert-list'
import { alertCountsQuery } from './list-queries'

const Initial = createContext<AlertCountsView | undefined>(undefined)

/** Gives what it holds the counts that the server knew, until the first poll. */
export function AlertCountsProvider({ initial, children }: { initial: AlertCountsView; children: ReactNode }) {
  return <Initial value={initial}>{children}</Initial>
}

const never = () => () => undefined

/** What waits for somebody, as of the last poll. */
export function useAlertCounts(): AlertCountsView | undefined {
  const initial = useContext(Initial)
  const { data } = useQuery(alertCountsQuery())
  // Parts of the page come alive one after another, and the first of them polls: the others begin with what the server wrote.
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return isAlive ? (data ?? initial) : initial
}
