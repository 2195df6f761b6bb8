'use client'

import { ChevronDown } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { classNames } from '@/components/ui/class-names'

/** The type's documentation beside the form; on narrow screens below it, folded. */
export function SetUpSteps({ children }: { children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  return (
    <aside
      aria-label="Set-up steps"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on wide screens, and its text may hold nothing that takes the focus
      tabIndex={0}
      className="min-w-0 rounded-lg border bg-canvas min-[1100px]:sticky min-[1100px]:top-6 min-[1100px]:max-h-[calc(100dvh-3rem)] min-[1100px]:overflow-y-auto"
    >
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
        className="flex w-full items-center justify-between gap-2 rounded-lg px-4 py-3 text-base font-semibold hover:bg-hover min-[1100px]:hidden"
      >
        Set-up steps
        <ChevronDown aria-hidden="true" size={16} className={classNames('text-muted', isOpen && 'rotate-180')} />
      </button>
      <div id={id} className={classNames('px-4 pt-1 pb-4 min-[1100px]:py-4', !isOpen && 'max-[1099.98px]:hidden')}>
        {children}
      </div>
    </aside>
  )
}
