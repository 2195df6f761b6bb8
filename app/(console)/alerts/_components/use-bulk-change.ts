'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ALERTS_KEY } from '@/components/alerts/list-queries'
import type { AlertListOperations } from '@/components/alerts/operations'
import type { Selection } from '@/components/alerts/use-selection'
import { settle } from '@/components/attempt/settle'
import { toast } from '@/components/ui/toast'
import type { AlertStatus } from '@/lib/domain/alert-record'

type Changes = { status?: AlertStatus; assignee?: string | null }
export type BulkChange = (changes: Changes) => void

/** Changes all chosen alerts, or none; what they are afterwards shows in their rows. */
export function useBulkChange(update: AlertListOperations['update'], { selected, clear }: Selection) {
  const queries = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: async (changes: Changes) => {
      const result = await settle(update({ ids: [...selected], ...changes }))
      if (!result.ok) throw new Error(result.error.message)
      await Promise.all(
        ['live', 'counts'].map((part) => queries.invalidateQueries({ queryKey: [...ALERTS_KEY, part] })),
      )
    },
    onSuccess: clear,
    onError: (error) => toast({ tone: 'danger', title: 'The alerts were not changed', description: error.message }),
  })
  const change: BulkChange = (changes) => mutate(changes)
  return { change, isPending }
}
