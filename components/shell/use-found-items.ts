'use client'

import { useEffect, useState } from 'react'
import type { ActionResult } from '@/lib/contracts/result'
import type { SearchView } from '@/lib/contracts/search'

const PAUSE_MS = 120
const NOTHING: SearchView = { destinations: [], detections: [], alerts: [] }

export type Search = (input: { q: string }) => Promise<ActionResult<SearchView>>

/** What the search finds for the text, asked for after a short pause; a late answer to an older text is dropped. */
export function useFoundItems(search: Search, text: string) {
  const [found, setFound] = useState({ text: '', view: NOTHING, hasFailed: false })
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(async () => {
      const answer = await search({ q: text }).catch(() => undefined)
      if (isCurrent) setFound({ text, view: answer?.ok ? answer.value : NOTHING, hasFailed: !answer?.ok })
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [search, text])
  return { ...found, isLoading: found.text !== text }
}
