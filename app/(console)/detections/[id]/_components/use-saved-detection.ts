'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { settle } from '@/components/attempt/settle'
import { detectionQuery } from '@/components/detections/queries'
import type { DetectionView } from '@/lib/contracts/detection'
import type { ActionResult, Failure } from '@/lib/contracts/result'

type Save = (at: DetectionView) => Promise<ActionResult<{ version: number }>>

/** A save, and what is done once it is made: kept together so that it can be made over another's change. */
export type Change = { save: Save; onSaved: (now: DetectionView) => void }

/** The detection that what is on the screen was typed on top of, and saving on top of it. */
export function useSavedDetection(opened: DetectionView) {
  const queries = useQueryClient()
  const router = useRouter()
  const [base, setBase] = useState(opened)
  const [refused, setRefused] = useState<Change>()
  const [failure, setFailure] = useState<Failure>()

  const readAgain = async (): Promise<DetectionView | undefined> => {
    try {
      return await queries.fetchQuery(detectionQuery(base.id))
    } catch (error) {
      const message = error instanceof Error ? error.message : 'The detection could not be read again.'
      setFailure({ code: 'unexpected', message })
      return undefined
    }
  }
  const saveOn = async (at: DetectionView, change: Change) => {
    const result = await settle(change.save(at))
    setRefused(result.ok || result.error.code !== 'stale' ? undefined : change)
    setFailure(result.ok ? undefined : result.error)
    if (!result.ok) return
    const now = await readAgain()
    if (!now) return
    setBase(now)
    change.onSaved(now)
    queries.removeQueries({ queryKey: ['detections'] })
    router.refresh()
  }
  return {
    base,
    /** Goes on from another version, for a draft that was kept of it. */
    rebase: (version: number) => setBase({ ...base, version }),
    failure,
    isStale: refused !== undefined,
    save: (change: Change) => saveOn(base, change),
    saveOver: async () => {
      const now = await readAgain()
      if (now && refused) await saveOn(now, refused)
    },
    /** What is saved now, in place of what was typed. */
    takeTheirs: async () => {
      const now = await readAgain()
      if (!now) return undefined
      setBase(now)
      setRefused(undefined)
      setFailure(undefined)
      router.refresh()
      return now
    },
  }
}

export type SavedDetection = ReturnType<typeof useSavedDetection>
