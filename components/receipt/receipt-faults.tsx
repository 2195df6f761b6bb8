import { TriangleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { Fault } from '@/lib/domain/routing'
import { fixesOf, type ReceiptFix } from './fix'
import { faultText } from './words'

type Props = { faults: readonly Fault[]; onFix?: (fix: ReceiptFix) => void }

/** What was named and could not be used, with the way to mend it where the screen can. */
export function ReceiptFaults({ faults, onFix }: Props) {
  if (faults.length === 0) return null
  return (
    <ul aria-label="Faults" className="border-b bg-warning-soft">
      {faults.map((fault) => (
        <li
          key={`${fault.code}:${'entry' in fault ? fault.entry : ''}`}
          className="flex gap-2.5 border-b border-dashed border-warning-line px-4 py-2.5 text-sm text-ink last:border-b-0"
        >
          <TriangleAlert aria-hidden="true" size={14} className="mt-[3px] shrink-0 text-warning-ink" />
          <div className="min-w-0 flex-1">
            <p className="break-words">
              {faultText(fault)}
              {'suggestion' in fault && fault.suggestion && ` Did you mean ${fault.suggestion.displayName}?`}
            </p>
            {onFix && <Fixes fault={fault} onFix={onFix} />}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Fixes({ fault, onFix }: { fault: Fault; onFix: (fix: ReceiptFix) => void }) {
  const fixes = fixesOf(fault)
  if (fixes.length === 0) return null
  return (
    <div className="mt-1.5 flex flex-wrap gap-1.5">
      {fixes.map(({ label, fix }) => (
        <Button key={label} size="sm" onPress={() => onFix(fix)}>
          {label}
        </Button>
      ))}
    </div>
  )
}
