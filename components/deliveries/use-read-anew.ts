'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { ALERT_KEY } from '@/components/alerts/alert-queries'
import { ALERTS_KEY } from '@/components/alerts/list-queries'
import { DESTINATIONS_KEY } from '@/components/destinations/queries'

/** Reads anew whatever on the screen tells of deliveries. */
export function useReadAnew(): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(async () => {
    const keys = [ALERT_KEY, [...ALERTS_KEY, 'live'], [...ALERTS_KEY, 'counts'], DESTINATIONS_KEY]
    await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })))
  }, [queries])
}
