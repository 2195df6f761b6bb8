import { createElement } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import rehypeSlug from 'rehype-slug'
import remarkGfm from 'remark-gfm'
import { classNames } from '@/components/ui/class-names'

export type MarkdownProps = {
  text: string
  /** The level of the text's first heading on its page; 2 beside something that has the page's title. */
  topLevel?: 1 | 2
}

const HEADING_STYLES: Record<number, string> = {
  1: 'text-xl font-semibold tracking-tight',
  2: 'mt-8 text-md font-semibold',
  3: 'mt-6 text-base font-semibold',
  4: 'mt-4 text-base font-medium',
}

/** Our own documentation: headings have anchors, HTML stays text, other sites open in a tab of their own. */
export function Markdown({ text, topLevel = 1 }: MarkdownProps) {
  const components = topLevel === 1 ? PAGE : ASIDE
  return (
    <div
      className={classNames(
        'text-base leading-6 text-soft break-words [&>:first-child]:mt-0',
        topLevel === 2 && 'text-sm leading-5',
      )}
    >
      <ReactMarkdown remarkPlugins={[remarkGfm]} rehypePlugins={[rehypeSlug]} components={components}>
        {text}
      </ReactMarkdown>
    </div>
  )
}

/** What came with an alert, such as a runbook: its headings are no anchors of the page, and its pictures are not fetched. */
export function ForeignMarkdown({ text }: { text: string }) {
  return (
    <div className="text-base leading-6 text-soft break-words [&>:first-child]:mt-0">
      <ReactMarkdown remarkPlugins={[remarkGfm]} components={FOREIGN}>
        {text}
      </ReactMarkdown>
    </div>
  )
}

type HeadingName = 'h1' | 'h2' | 'h3' | 'h4'

function headings(shift: 0 | 1): Partial<Components> {
  const heading = (level: number): Components[HeadingName] => {
    const shown = level + shift
    return ({ id, children }) =>
      createElement(`h${shown}`, { id, className: `${HEADING_STYLES[shown] ?? ''} text-ink text-balance` }, children)
  }
  return { h1: heading(1), h2: heading(2), h3: heading(3), h4: shift === 0 ? heading(4) : undefined }
}

const TEXT: Components = {
  p: ({ children }) => <p className="mt-3 text-pretty">{children}</p>,
  ul: ({ children }) => <ul className="mt-3 list-disc space-y-1.5 pl-5 marker:text-muted">{children}</ul>,
  ol: ({ children }) => (
    <ol className="mt-3 list-decimal space-y-2 pl-5 marker:text-muted marker:tabular-nums">{children}</ol>
  ),
  strong: ({ children }) => <strong className="font-medium text-ink">{children}</strong>,
  a: ({ href = '', children }) => (
    <a
      href={href}
      {...(/^https?:/.test(href) && { target: '_blank', rel: 'noreferrer' })}
      className="rounded-xs text-accent-ink underline decoration-accent-line underline-offset-2 hover:decoration-current"
    >
      {children}
    </a>
  ),
  code: ({ children }) => (
    <code className="rounded-xs border bg-sunken px-1 font-mono text-[0.92em] text-ink">{children}</code>
  ),
  pre: ({ children }) => (
    <pre className="mt-3 rounded-lg border bg-sunken p-3 text-xs leading-5 whitespace-pre-wrap [&_code]:border-0 [&_code]:bg-transparent [&_code]:p-0">
      {children}
    </pre>
  ),
  table: ({ children }) => (
    <table className="mt-3 w-full border-collapse text-sm leading-5 [&_td:last-child]:[overflow-wrap:anywhere]">
      {children}
    </table>
  ),
  th: ({ children }) => (
    <th className="border-b border-line-strong py-1.5 pr-4 text-left align-bottom text-xs font-medium text-muted last:pr-0">
      {children}
    </th>
  ),
  td: ({ children }) => <td className="border-b py-1.5 pr-4 align-top last:pr-0">{children}</td>,
  hr: () => <hr className="mt-6 border-line" />,
}

const PAGE: Components = { ...TEXT, ...headings(0) }
const ASIDE: Components = { ...TEXT, ...headings(1) }

const ForeignHeading: Components[HeadingName] = ({ children }) => (
  <h3 className="mt-5 font-semibold text-ink text-balance">{children}</h3>
)
const FOREIGN: Components = {
  ...TEXT,
  h1: ForeignHeading,
  h2: ForeignHeading,
  h3: ForeignHeading,
  h4: ForeignHeading,
  img: ({ src, alt }) => <span>{alt || (typeof src === 'string' ? src : '')}</span>,
}
