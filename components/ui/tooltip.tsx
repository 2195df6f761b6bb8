'use client'

import type { ReactElement, ReactNode } from 'react'
import { Tooltip as AriaTooltip, Focusable, TooltipTrigger } from 'react-aria-components/Tooltip'

export type TooltipProps = {
  /** What the tooltip says; nothing essential may live only here. */
  content: ReactNode
  placement?: 'top' | 'bottom' | 'left' | 'right'
  /** One element that can take focus: a button of this kit. */
  children: ReactElement
}

/** A short explanation on hover and keyboard focus. */
export function Tooltip({ content, placement = 'top', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
      {children}
      <AriaTooltip
        placement={placement}
        offset={6}
        className="z-50 max-w-72 animate-enter rounded-md border border-line bg-raised px-2 py-1 text-xs text-ink shadow-raised"
      >
        {content}
      </AriaTooltip>
    </TooltipTrigger>
  )
}

/** Text that can take focus so that a tooltip can explain it. */
export function ExplainedText({ explanation, children }: { explanation: ReactNode; children: ReactNode }) {
  return (
    <Tooltip content={explanation}>
      <Focusable>
        <button type="button" className="cursor-help rounded-sm text-left">
          {children}
        </button>
      </Focusable>
    </Tooltip>
  )
}
