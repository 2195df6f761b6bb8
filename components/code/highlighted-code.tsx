import './code.css'
import { type CodeLanguage, highlightCode } from '@/lib/highlight/highlight-code'

/** Code to read, with line numbers; it scrolls sideways by itself, by keyboard too. `label` names it for screen readers. */
export function HighlightedCode({ code, language, label }: { code: string; language: CodeLanguage; label: string }) {
  const lines = highlightCode(code.replace(/\r?\n$/, ''), language)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className="code-view" aria-label={label} tabIndex={0}>
      <pre>
        <code>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its number.
            <span key={index} className="code-view-line">
              {line.map((token, position) =>
                token.className === '' ? (
                  token.text
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a token has no identity but its place.
                  <span key={position} className={token.className}>
                    {token.text}
                  </span>
                ),
              )}
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
    </section>
  )
}
