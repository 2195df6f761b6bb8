'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { settle } from '@/components/attempt/settle'
import { detectionHref } from '@/components/detections/kinds'
import { failureErrors } from '@/components/forms/form-problems'
import type { ActionResult, Failure } from '@/lib/contracts/result'

/** Creating a detection: then its page; what was refused stays on the screen with the reasons. */
export function useCreation() {
  const router = useRouter()
  const queries = useQueryClient()
  const [failure, setFailure] = useState<Failure>()
  const [isBusy, setIsBusy] = useState(false)
  const problems = useMemo(() => (failure ? failureErrors(failure) : []), [failure])

  const create = async (answer: Promise<ActionResult<{ id: string }>>) => {
    setIsBusy(true)
    const result = await settle(answer)
    if (!result.ok) {
      setFailure(result.error)
      setIsBusy(false)
      return
    }
    queries.removeQueries({ queryKey: ['detections'] })
    router.push(detectionHref(result.value.id))
  }
  return { create, failure, problems, isBusy }
}
