'use client'

import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'

type Options<T> = {
  /** Names the draft among those of the tab. */
  key: string
  schema: z.ZodType<T>
  /** What is to be kept; `undefined` when there is nothing that a reload would lose. */
  value: T | undefined
  /** Puts a kept draft back on the screen. */
  onRestore: (kept: T) => void
}

/** Keeps what is typed in the tab's storage and puts it back once after a reload; `isRestored` says that it did. */
export function useDraft<T>({ key, schema, value, onRestore }: Options<T>): { isRestored: boolean } {
  const [isRestored, setIsRestored] = useState(false)
  const name = `switchyard:draft:${key}`
  const latest = useRef({ schema, onRestore })
  latest.current = { schema, onRestore }
  const isKept = useRef(false)

  useEffect(() => {
    const kept = parse(sessionStorage.getItem(name), latest.current.schema)
    if (kept === undefined) return
    latest.current.onRestore(kept)
    setIsRestored(true)
  }, [name])

  const text = value === undefined ? undefined : JSON.stringify(value)
  useEffect(() => {
    if (text !== undefined) {
      sessionStorage.setItem(name, text)
      isKept.current = true
      return
    }
    // Before anything is typed, a draft of before is still to be put back.
    if (!isKept.current) return
    sessionStorage.removeItem(name)
    setIsRestored(false)
  }, [name, text])
  return { isRestored: isRestored && text !== undefined }
}

function parse<T>(text: string | null, schema: z.ZodType<T>): T | undefined {
  if (text === null) return undefined
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    // Not ours, or cut short: as good as no draft.
    return undefined
  }
}
