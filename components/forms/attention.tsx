'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** Takes the focus when it appears, so that what stopped a save is seen from anywhere in a long form. */
export function Attention({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1} className="rounded-lg">
      {children}
    </div>
  )
}
