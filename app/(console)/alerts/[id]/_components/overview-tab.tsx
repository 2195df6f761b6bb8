import type { ReactNode } from 'react'
import { Panel } from '@/components/ui/panel'
import type { AlertView } from '@/lib/contracts/alert-view'
import { AlertContext } from './alert-context'
import { AlertFacts } from './alert-facts'
import { WhereItWent } from './where-it-went'

/** What came with the alert as prose, drawn by the server. */
export type AlertProse = { description: ReactNode; runbook: ReactNode }

type Props = { alert: AlertView; prose: AlertProse; onOpenDelivery: (id: string) => void; onOpenRouting: () => void }

/** What the alert says, and where it went. */
export function OverviewTab({ alert, prose, onOpenDelivery, onOpenRouting }: Props) {
  return (
    <div className="grid gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid min-w-0 content-start gap-4">
        <WhereItWent alert={alert} onOpenDelivery={onOpenDelivery} onOpenRouting={onOpenRouting} />
        {prose.description && <Panel title="Description">{prose.description}</Panel>}
        {prose.runbook && <Panel title="Runbook">{prose.runbook}</Panel>}
        <AlertContext context={alert.context} isEmptied={alert.isEmptied} />
      </div>
      <div className="min-w-0">
        <Panel title="Facts">
          <AlertFacts alert={alert} />
        </Panel>
      </div>
    </div>
  )
}
