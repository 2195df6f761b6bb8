import { useEffect, useEffectEvent } from 'react'

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"], [role="alertdialog"]'

/** `/` goes to the search; `.` or Shift+F10 on a row opens its menu. */
export function useListKeys(focusSearch: () => void) {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (!(target instanceof Element) || target.closest(TYPING)) return
    if (event.key === '/' && !document.querySelector('[role="dialog"], [role="alertdialog"]')) {
      event.preventDefault()
      focusSearch()
    }
    if (event.key === '.' || (event.shiftKey && event.key === 'F10')) {
      const menu = target.closest('tr')?.querySelector<HTMLElement>('[aria-haspopup="true"], [aria-haspopup="menu"]')
      if (!menu) return
      event.preventDefault()
      menu.click()
    }
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handleKey(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}
