import { classNames } from './class-names'
import { CopyButton } from './copy-button'

export type CodeBlockProps = {
  code: string
  /** Names the block for screen readers and its copy button, for example "Request body". */
  label: string
  isWrapped?: boolean
  className?: string
}

/** Code or a payload, scrollable by keyboard, with a copy button. */
export function CodeBlock({ code, label, isWrapped, className }: CodeBlockProps) {
  return (
    <div className={classNames('group/code relative overflow-hidden rounded-lg border bg-sunken', className)}>
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
        tabIndex={0}
        className="max-h-96 overflow-auto focus-visible:-outline-offset-2"
      >
        <pre
          className={classNames(
            'w-fit min-w-full p-3 pr-12 text-xs leading-5 text-ink',
            isWrapped && 'w-auto break-all whitespace-pre-wrap',
          )}
        >
          <code>{code}</code>
        </pre>
      </section>
      <div className="absolute top-1.5 right-1.5 rounded-md bg-sunken">
        <CopyButton text={code} label={`Copy ${label.toLowerCase()}`} />
      </div>
    </div>
  )
}
