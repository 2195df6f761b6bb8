'use client'

import { useSyncExternalStore } from 'react'

const neverChanges = () => () => {}

/** The name of the key that goes with letters for commands: ⌘ on Apple's machines, else Ctrl. */
export function useCommandKey(): '⌘' | 'Ctrl' {
  const isApple = useSyncExternalStore(
    neverChanges,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  )
  return isApple ? '⌘' : 'Ctrl'
}
