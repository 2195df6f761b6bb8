import { CircleCheck, CircleSlash, TriangleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { SearchField } from '@/components/ui/search-field'
import type { ReceiptView } from '@/lib/contracts/routing'
import { RECEIPT_PAGE } from '@/lib/domain/console'
import type { Decision } from '@/lib/domain/routing'
import type { ReceiptFix } from './fix'
import { ReceiptFaults } from './receipt-faults'
import { ChosenList, OtherList } from './receipt-list'
import { headlineOf } from './words'

export type ReceiptProps = {
  receipt: ReceiptView
  /** Mends a fault; without it faults are told only. */
  onFix?: (fix: ReceiptFix) => void
  /** Narrows the destinations that were not chosen, where there are many. */
  find?: { value: string; onChange: (text: string) => void }
  onShowAll?: () => void
  /** A newer receipt is on its way. */
  isStale?: boolean
}

/** A decision explained: the scenario that won, the faults, and every destination, chosen or with the reasons why not. */
export function Receipt({ receipt, onFix, find, onShowAll, isStale }: ReceiptProps) {
  return (
    <div
      aria-busy={isStale}
      className={classNames(
        '@container min-w-0 overflow-hidden rounded-lg border border-line-strong bg-surface transition-opacity',
        isStale && 'opacity-60 delay-200',
      )}
    >
      <ReceiptHead receipt={receipt} />
      <ReceiptFaults faults={receipt.faults} onFix={onFix} />
      <ChosenList chosen={receipt.chosen} />
      <Others receipt={receipt} find={find} onShowAll={onShowAll} />
      <p className="border-t px-4 py-2 font-mono text-xs text-muted tabular-nums">
        Routing configuration {receipt.configurationVersion}
      </p>
    </div>
  )
}

const OUTCOMES: Record<Decision['outcome'], { Icon: typeof CircleCheck; colour: string }> = {
  routed: { Icon: CircleCheck, colour: 'text-positive' },
  skipped: { Icon: CircleSlash, colour: 'text-muted' },
  unrouted: { Icon: TriangleAlert, colour: 'text-warning' },
}

function ReceiptHead({ receipt }: { receipt: ReceiptView }) {
  const { scenario, outcome, explanation } = headlineOf(receipt)
  const { Icon, colour } = OUTCOMES[receipt.outcome]
  return (
    <div className="border-b px-4 py-3">
      <p className="text-sm font-medium text-soft">{scenario}</p>
      <p className="mt-0.5 flex items-center gap-2 text-lg font-semibold">
        <Icon aria-hidden="true" size={18} className={classNames('shrink-0', colour)} />
        {outcome}
      </p>
      <p className="mt-1 text-sm text-muted text-pretty">{explanation}</p>
    </div>
  )
}

function Others({ receipt, find, onShowAll }: Pick<ReceiptProps, 'receipt' | 'find' | 'onShowAll'>) {
  const { others, othersTotal, othersMatching, chosen } = receipt
  if (othersTotal === 0) {
    return chosen.length === 0 ? <p className="px-4 py-3 text-sm text-muted">There are no destinations yet.</p> : null
  }
  return (
    <>
      <div
        className={classNames(
          'flex flex-wrap items-center justify-between gap-2 border-b bg-sunken px-4 py-1.5',
          chosen.length > 0 && 'border-t',
        )}
      >
        <p className="text-xs font-medium text-muted tabular-nums">Not chosen · {othersTotal}</p>
        {find && othersTotal > RECEIPT_PAGE && (
          <SearchField label="Find a destination" value={find.value} onChange={find.onChange} className="w-52" />
        )}
      </div>
      {others.length === 0 ? (
        <p className="px-4 py-3 text-sm text-muted">No destination that was not chosen has this in its name.</p>
      ) : (
        <OtherList others={others} scenario={receipt.scenario} />
      )}
      {onShowAll && othersMatching > others.length && (
        <div className="border-t px-4 py-2">
          <Button size="sm" variant="ghost" onPress={onShowAll}>
            Show all {othersMatching}
          </Button>
        </div>
      )}
    </>
  )
}
