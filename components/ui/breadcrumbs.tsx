import NextLink from 'next/link'

export type Crumb = { label: string; href: string }

/** The way up from this page; the page itself is named by its heading. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap items-center gap-1.5 text-sm text-muted">
        {crumbs.map(({ label, href }, index) => (
          <li key={href} className="flex items-center gap-1.5">
            {index > 0 && <span aria-hidden="true">/</span>}
            <NextLink href={href} className="rounded-xs hover:text-ink hover:underline">
              {label}
            </NextLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}
