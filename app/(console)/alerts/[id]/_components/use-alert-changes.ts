'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { alertQuery } from '@/components/alerts/alert-queries'
import { settle } from '@/components/attempt/settle'
import { toast } from '@/components/ui/toast'
import type { AlertView, AssigneeView } from '@/lib/contracts/alert-view'
import type { UpdateAlerts } from './operations'

export type AlertChange =
  | { field: 'status'; value: AlertView['status'] }
  | { field: 'assignee'; value: AssigneeView | null }
  | { field: 'quality'; value: AlertView['quality'] }

export type ChangeAlert = (change: AlertChange) => void

/** Changes the alert: shown at once, taken back with the reason when the server refuses. */
export function useAlertChanges(alertId: string, update: UpdateAlerts): ChangeAlert {
  const queries = useQueryClient()
  const { queryKey } = alertQuery(alertId)
  const { mutate } = useMutation({
    mutationFn: async ({ field, value }: AlertChange) => {
      const written = field === 'assignee' ? (value?.id ?? null) : value
      const result = await settle(update({ ids: [alertId], [field]: written }))
      if (!result.ok) throw new Error(result.error.message)
    },
    onMutate: async ({ field, value }) => {
      // A poll under way would put the old value back.
      await queries.cancelQueries({ queryKey })
      const before = queries.getQueryData(queryKey)?.[field]
      queries.setQueryData(queryKey, (alert) => alert && { ...alert, [field]: value })
      return { before }
    },
    onError: (error, { field }, context) => {
      queries.setQueryData(queryKey, (alert) => alert && { ...alert, [field]: context?.before })
      toast({ tone: 'danger', title: 'The alert was not changed', description: error.message })
    },
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
  return mutate
}
