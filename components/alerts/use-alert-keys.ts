'use client'

import { useEffect, useEffectEvent } from 'react'

const TAKEN = 'input, textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"], [role="alertdialog"]'

type Keys = { search: () => void; clear: () => void }

/** `/` goes to the search, `j` and `k` to the next and the last row, `x` chooses the row, Escape chooses none. */
export function useAlertKeys(keys: Keys) {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const { target, key } = event
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (!(target instanceof Element) || target.closest(TAKEN)) return
    if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return
    const row = target.closest('tbody tr')
    if (key === '/') keys.search()
    else if (key === 'j') focusRow(row ? row.nextElementSibling : document.querySelector('tbody tr'))
    else if (key === 'k') focusRow(row?.previousElementSibling ?? null)
    else if (key === 'x' && row) row.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click()
    else if (key === 'Escape') keys.clear()
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handleKey(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}

const focusRow = (row: Element | null) => row?.querySelector<HTMLElement>('th a')?.focus()
