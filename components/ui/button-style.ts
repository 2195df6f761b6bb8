import { classNames } from './class-names'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'
export type ButtonSize = 'sm' | 'md' | 'lg'

const base =
  'relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none ' +
  'transition-colors duration-75 data-disabled:cursor-not-allowed'

const variants: Record<ButtonVariant, string> = {
  primary:
    'border-transparent bg-accent text-on-accent shadow-control hover:bg-accent-hover data-pressed:bg-accent-hover ' +
    'data-disabled:border-line-strong data-disabled:bg-hover data-disabled:text-muted data-disabled:shadow-none',
  secondary:
    'border-line-strong bg-surface text-ink shadow-control hover:bg-hover data-pressed:bg-pressed ' +
    'data-disabled:bg-hover data-disabled:text-muted data-disabled:shadow-none',
  ghost:
    'border-transparent text-soft hover:bg-hover hover:text-ink data-pressed:bg-pressed data-disabled:bg-transparent data-disabled:text-muted',
  danger:
    'border-transparent bg-danger text-on-accent shadow-control hover:bg-danger-hover data-pressed:bg-danger-hover ' +
    'data-disabled:border-line-strong data-disabled:bg-hover data-disabled:text-muted data-disabled:shadow-none',
}

const sizes: Record<ButtonSize, string> = {
  sm: 'h-7 px-2.5 text-sm',
  md: 'h-8 px-3 text-sm',
  lg: 'h-10 px-4 text-base',
}

const squares: Record<ButtonSize, string> = { sm: 'size-7', md: 'size-8', lg: 'size-10' }

/** Classes shared by buttons and by links that look like buttons. */
export function buttonStyle(variant: ButtonVariant, size: ButtonSize): string {
  return classNames(base, variants[variant], sizes[size])
}

/** Classes of a square button that holds one icon. */
export function iconButtonStyle(variant: ButtonVariant, size: ButtonSize): string {
  return classNames(base, variants[variant], squares[size])
}
