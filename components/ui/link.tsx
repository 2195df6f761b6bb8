import NextLink from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style'
import { classNames } from './class-names'

type NextLinkProps = ComponentProps<typeof NextLink>

/** A link in running text. */
export function TextLink({ className, ...props }: NextLinkProps) {
  return (
    <NextLink
      {...props}
      className={classNames(
        'rounded-xs text-accent-ink underline decoration-accent-line underline-offset-2 hover:decoration-current',
        className,
      )}
    />
  )
}

/** The link that names a row of a table: ink, underlined on hover. Not fetched ahead: a page has fifty of them. */
export function NameLink({ className, ...props }: NextLinkProps) {
  return (
    <NextLink
      prefetch={false}
      {...props}
      className={classNames('rounded-xs font-medium text-ink hover:underline', className)}
    />
  )
}

export type ButtonLinkProps = NextLinkProps & { variant?: ButtonVariant; size?: ButtonSize; icon?: ReactNode }

/** A link that looks like a button: it goes somewhere, it does not act. */
export function ButtonLink({
  variant = 'secondary',
  size = 'md',
  icon,
  className,
  children,
  ...props
}: ButtonLinkProps) {
  return (
    <NextLink {...props} className={classNames(buttonStyle(variant, size), className)}>
      {icon}
      {children}
    </NextLink>
  )
}
