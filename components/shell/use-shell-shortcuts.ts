'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef } from 'react'
import { CREATE_DESTINATION_HREF, PAGES } from './navigation'

const CHORD_MS = 1200

/** Keys that mean something else where the person is: typing, in a list, or in a dialog. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return true
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="menu"], [role="listbox"], [role="grid"]') !== null ||
    document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
  )
}

/** The keys that work on every page: the palette, the list of shortcuts, `c`, and `g` with a second key. */
export function useShellShortcuts(open: { palette: () => void; shortcuts: () => void }) {
  const router = useRouter()
  const chordStartedAt = useRef(Number.NEGATIVE_INFINITY)

  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      open.palette()
      return
    }
    if (isTaken(event)) return
    const isChord = event.timeStamp - chordStartedAt.current < CHORD_MS
    chordStartedAt.current = event.key === 'g' && !isChord ? event.timeStamp : Number.NEGATIVE_INFINITY
    const page = isChord ? PAGES.find((item) => item.chord === event.key) : undefined
    if (page) router.push(page.href)
    else if (event.key === '?') open.shortcuts()
    else if (event.key === 'c') router.push(CREATE_DESTINATION_HREF)
  })

  useEffect(() => {
    const listener = (event: KeyboardEvent) => handleKey(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}
