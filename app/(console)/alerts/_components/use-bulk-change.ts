'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ALERTS_KEY } from '@/components/alerts/list-queries'
import type { AlertListOperations } from '@/components/alerts/operations'
import type { Selection } from '@/components/alerts/use-selection'
import { settle } from '@/components/attempt/settle'
import { leftOutText } from '@/components/deliveries/redrive-words'
import { toast } from '@/components/ui/toast'
import type { ActionResult } from '@/lib/contracts/result'
import type { AlertStatus } from '@/lib/domain/alert-record'

type Changes = { status?: AlertStatus; assignee?: string | null }

/** What can be done with all chosen alerts at once; what they are afterwards shows in their rows. */
export function useBulkChange({ update, redrive }: AlertListOperations, { selected, clear }: Selection) {
  const queries = useQueryClient()
  const handleSuccess = async () => {
    await Promise.all(['live', 'counts'].map((part) => queries.invalidateQueries({ queryKey: [...ALERTS_KEY, part] })))
    clear()
  }
  const change = useMutation({
    mutationFn: (changes: Changes) => valueIn(update({ ids: [...selected], ...changes })),
    onSuccess: handleSuccess,
    onError: ({ message }) => toast({ tone: 'danger', title: 'The alerts were not changed', description: message }),
  })
  const resend = useMutation({
    // They were chosen one by one: a status leaves none out.
    mutationFn: () => valueIn(redrive.start({ alertIds: [...selected], skipsClosed: false })),
    onSuccess: async (figures) => {
      const { count } = figures
      toast({ tone: count > 0 ? 'positive' : 'neutral', title: sentText(count), description: leftOutText(figures) })
      await handleSuccess()
    },
    onError: ({ message }) => toast({ tone: 'danger', title: 'Nothing was sent again', description: message }),
  })
  return {
    change: (changes: Changes) => change.mutate(changes),
    isChanging: change.isPending,
    resend: () => resend.mutate(),
    isResending: resend.isPending,
  }
}

export type BulkActions = ReturnType<typeof useBulkChange>

async function valueIn<T>(answer: Promise<ActionResult<T>>): Promise<T> {
  const result = await settle(answer)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

function sentText(count: number): string {
  if (count === 0) return 'Nothing was left to send again'
  return count === 1 ? '1 delivery is sent again' : `${count} deliveries are sent again`
}
