'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { settle } from '@/components/attempt/settle'
import { toast } from '@/components/ui/toast'
import type { DestinationListView, DestinationRowView, DestinationView } from '@/lib/contracts/destination'
import type { DestinationOperations } from './operations'
import { DESTINATIONS_KEY, destinationQuery, LIST_KEY } from './queries'
import { withPaused } from './with-paused'

type Change = { row: DestinationRowView; isPaused: boolean; isUndo?: boolean }

/** Pauses and resumes: shown at once, taken back with the reason when the server refuses, and undone from the toast. */
export function usePause({ pause, resume }: Pick<DestinationOperations, 'pause' | 'resume'>) {
  const queries = useQueryClient()

  const show = (id: string, isPaused: boolean) => {
    queries.setQueriesData<DestinationListView>(
      { queryKey: LIST_KEY },
      (list) => list && { ...list, rows: list.rows.map((row) => (row.id === id ? withPaused(row, isPaused) : row)) },
    )
    queries.setQueryData<DestinationView>(destinationQuery(id).queryKey, (one) => one && withPaused(one, isPaused))
  }

  const { mutate } = useMutation({
    mutationFn: async ({ row, isPaused }: Change) => {
      const result = await settle((isPaused ? pause : resume)({ id: row.id }))
      if (!result.ok) throw new Error(result.error.message)
    },
    onMutate: async ({ row, isPaused }) => {
      // A poll under way would put the old state back.
      await queries.cancelQueries({ queryKey: DESTINATIONS_KEY })
      show(row.id, isPaused)
    },
    onError: (error, { row, isPaused }) => {
      show(row.id, !isPaused)
      toast({
        tone: 'danger',
        title: `${row.displayName} was not ${isPaused ? 'paused' : 'resumed'}`,
        description: error.message,
      })
    },
    onSuccess: (_, { row, isPaused, isUndo }) => {
      if (isUndo) return
      toast({
        tone: 'neutral',
        title: `${row.displayName} ${isPaused ? 'paused' : 'resumed'}`,
        description: isPaused ? 'Its deliveries are held until it is resumed.' : undefined,
        action: { label: 'Undo', onPress: () => mutate({ row, isPaused: !isPaused, isUndo: true }) },
      })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: DESTINATIONS_KEY }),
  })

  return useCallback((row: DestinationRowView) => mutate({ row, isPaused: !row.isPaused }), [mutate])
}
