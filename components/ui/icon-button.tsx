'use client'

import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { type ButtonSize, type ButtonVariant, iconButtonStyle } from './button-style'
import { classNames } from './class-names'
import { Spinner } from './spinner'
import { Tooltip } from './tooltip'

export type IconButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  /** Names the button for everyone: tooltip and screen reader. */
  label: string
  variant?: ButtonVariant
  size?: ButtonSize
  className?: string
  /** Off where the button stands in every row and its picture says enough. */
  hasTooltip?: boolean
  children: ReactNode
}

/** A square button with one icon, named by its tooltip. */
export function IconButton(props: IconButtonProps) {
  const { label, variant = 'ghost', size = 'md', className, hasTooltip = true, children, ...button } = props
  const control = (
    <AriaButton {...button} aria-label={label} className={classNames(iconButtonStyle(variant, size), className)}>
      {({ isPending }) => (isPending ? <Spinner /> : children)}
    </AriaButton>
  )
  return hasTooltip ? <Tooltip content={label}>{control}</Tooltip> : control
}
