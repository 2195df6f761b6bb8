'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { alertQuery } from '@/components/alerts/alert-queries'
import { settle } from '@/components/attempt/settle'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-field'
import type { CreateComment } from './operations'

/** Adds a comment; what was typed stays until it is kept. */
export function CommentForm({ alertId, create }: { alertId: string; create: CreateComment }) {
  const [body, setBody] = useState('')
  const queries = useQueryClient()
  const { queryKey } = alertQuery(alertId)
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const result = await settle(create({ alertId, body, format: 'PLAIN_TEXT' }))
      if (!result.ok) throw new Error(result.error.message)
      return result.value
    },
    onSuccess: async (comment) => {
      setBody('')
      await queries.cancelQueries({ queryKey })
      queries.setQueryData(queryKey, (alert) => alert && { ...alert, comments: [...alert.comments, comment] })
    },
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (body.trim() !== '' && !isPending) mutate()
  }
  return (
    <form onSubmit={submit} className="grid gap-2 pl-8.5">
      <TextArea
        label="Comment"
        value={body}
        onChange={setBody}
        error={error?.message}
        rows={3}
        placeholder="What you found, what you did"
      />
      <Button type="submit" variant="primary" className="w-fit" isDisabled={body.trim() === ''} isPending={isPending}>
        Add comment
      </Button>
    </form>
  )
}
