import { Callout } from '@/components/ui/callout'
import type { ProblemView } from '@/lib/contracts/detection'

/** What in the YAML is worth a look and stops nothing. */
export function YamlWarnings({ warnings }: { warnings: readonly ProblemView[] }) {
  if (warnings.length === 0) return null
  return (
    <Callout tone="warning" title={warnings.length === 1 ? 'A warning' : `${warnings.length} warnings`}>
      <ul className="mt-1 grid gap-0.5 text-sm">
        {warnings.map(({ line, column, message }) => (
          <li key={`${line}:${column}:${message}`}>
            <span className="font-mono text-xs tabular-nums">
              Line {line}, column {column}:
            </span>{' '}
            {message}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
