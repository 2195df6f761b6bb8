'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** What stands where a page could not be shown. `reference` finds the details in the server's log. */
export function ErrorPanel({ reference, reset }: { reference?: string; reset(): void }) {
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const retry = () =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  return (
    <EmptyState
      title="This page could not be shown"
      action={
        <Button onPress={retry} isPending={isPending}>
          Try again
        </Button>
      }
    >
      Something went wrong on the server; nothing was changed.
      {reference ? ` Its log has the details under ${reference}.` : ''}
    </EmptyState>
  )
}
