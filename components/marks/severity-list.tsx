import { SEVERITIES, type Severity } from '@/lib/domain/severity'
import { SeverityShape } from './severity-mark'

/** Several severities in a table cell: five places in order, so that rows can be compared at a glance. */
export function SeverityList({ severities }: { severities: readonly Severity[] }) {
  const words =
    severities.length === 0 ? 'None' : SEVERITIES.filter((severity) => severities.includes(severity)).join(', ')
  if (severities.length === 0) return <span className="text-muted">{words}</span>
  return (
    <span className="flex h-5 items-center gap-1" title={words}>
      <span className="sr-only">{words}</span>
      {SEVERITIES.map((severity) =>
        severities.includes(severity) ? (
          <SeverityShape key={severity} severity={severity} />
        ) : (
          <span key={severity} aria-hidden="true" className="grid size-3.5 place-items-center">
            <span className="size-[3px] rounded-full bg-line-strong" />
          </span>
        ),
      )}
    </span>
  )
}
