'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { settle } from '@/components/attempt/settle'
import { formatMoment } from '@/components/ui/format-time'
import { toast } from '@/components/ui/toast'
import type { DestinationListView, DestinationRowView, DestinationView } from '@/lib/contracts/destination'
import type { DestinationOperations } from './operations'
import { DESTINATIONS_KEY, destinationQuery, LIST_KEY } from './queries'
import { withPaused } from './with-paused'

type Change = { row: DestinationRowView; isPaused: boolean; until?: string; isUndo?: boolean }

/** Pauses and resumes: shown at once, taken back with the reason when the server refuses, and undone from the toast. */
export function usePause({ pause, resume }: Pick<DestinationOperations, 'pause' | 'resume'>) {
  const queries = useQueryClient()

  const show = (id: string, isPaused: boolean, until?: string) => {
    queries.setQueriesData<DestinationListView>(
      { queryKey: LIST_KEY },
      (list) =>
        list && { ...list, rows: list.rows.map((row) => (row.id === id ? withPaused(row, isPaused, until) : row)) },
    )
    queries.setQueryData<DestinationView>(
      destinationQuery(id).queryKey,
      (one) => one && withPaused(one, isPaused, until),
    )
  }

  const { mutate } = useMutation({
    mutationFn: async ({ row, isPaused, until }: Change) => {
      const { id } = row
      const result = await settle(isPaused ? pause({ id, until }) : resume({ id }))
      if (!result.ok) throw new Error(result.error.message)
    },
    onMutate: async ({ row, isPaused, until }) => {
      // A poll under way would put the old state back.
      await queries.cancelQueries({ queryKey: DESTINATIONS_KEY })
      show(row.id, isPaused, until)
    },
    onError: (error, { row, isPaused }) => {
      show(row.id, row.isPaused, row.health.pausedUntil)
      toast({
        tone: 'danger',
        title: `${row.displayName} was not ${isPaused ? 'paused' : 'resumed'}`,
        description: error.message,
      })
    },
    onSuccess: (_, { row, isPaused, until, isUndo }) => {
      if (isUndo) return
      toast({
        tone: 'neutral',
        title: `${row.displayName} ${isPaused ? 'paused' : 'resumed'}`,
        description: isPaused ? heldUntil(until) : undefined,
        action: {
          label: 'Undo',
          onPress: () => mutate({ row, isPaused: row.isPaused, until: row.health.pausedUntil, isUndo: true }),
        },
      })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: DESTINATIONS_KEY }),
  })

  return {
    pause: useCallback(
      (row: DestinationRowView, until: string | undefined) => mutate({ row, isPaused: true, until }),
      [mutate],
    ),
    resume: useCallback((row: DestinationRowView) => mutate({ row, isPaused: false }), [mutate]),
  }
}

const heldUntil = (until: string | undefined) =>
  until === undefined
    ? 'Its deliveries are held until it is resumed.'
    : `Its deliveries are held until ${formatMoment(Date.parse(until), Date.now())}.`
