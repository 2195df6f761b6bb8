'use client'

import { useQueryStates } from 'nuqs'
import type { DestinationChoice } from '@/components/pickers/destination-choice'
import { applyFix, type ReceiptFix } from '@/components/receipt/fix'
import { LiveReceipt } from '@/components/receipt/live-receipt'
import type { Preview } from '@/components/receipt/queries'
import { Panel } from '@/components/ui/panel'
import { AlertForm } from './alert-form'
import { SUPPOSED_ALERT, toPreview } from './supposed-alert'

type Props = { choices: readonly DestinationChoice[]; preview: Preview }

/** An alert that is supposed, and the receipt it would get; all of it stands in the address. */
export function Simulator({ choices, preview }: Props) {
  const [alert, setAlert] = useQueryStates(SUPPOSED_ALERT, { history: 'replace' })
  const mend = (fix: ReceiptFix) =>
    fix.list === 'dynamic'
      ? setAlert({ entries: applyFix(alert.entries, fix) })
      : setAlert({ overrides: applyFix(alert.overrides, fix) })
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,30rem)_minmax(0,1fr)]">
      <Panel title="The alert">
        <AlertForm alert={alert} onChange={setAlert} choices={choices} />
      </Panel>
      <section aria-labelledby="receipt" className="min-w-0">
        <h2 id="receipt" className="sr-only">
          Where it goes
        </h2>
        <LiveReceipt input={toPreview(alert)} preview={preview} onFix={mend} />
      </section>
    </div>
  )
}
