'use client'

import { useQuery } from '@tanstack/react-query'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { alertQuery } from '@/components/alerts/alert-queries'
import { Callout } from '@/components/ui/callout'
import { Tabs } from '@/components/ui/tabs'
import type { AssigneeView } from '@/lib/contracts/alert-view'
import { activityOf } from './activity'
import { ActivityTab } from './activity-tab'
import { AlertHead } from './alert-head'
import { DeliveriesTab } from './deliveries-tab'
import { EventsTab } from './events-tab'
import type { AlertOperations } from './operations'
import { type AlertProse, OverviewTab } from './overview-tab'
import { useAlertChanges } from './use-alert-changes'
import { openDelivery, useFragment } from './use-fragment'

const TABS = ['overview', 'deliveries', 'events', 'activity'] as const

type Props = {
  alertId: string
  assignees: readonly AssigneeView[]
  prose: AlertProse
  canModify: boolean
  operations: AlertOperations
}

/** One alert: what it says, where it went and why, what made it, and what people did about it. */
export function AlertScreen({ alertId, assignees, prose, canModify, operations }: Props) {
  const [asked, setTab] = useQueryState('tab', parseAsStringLiteral(TABS).withOptions({ history: 'push' }))
  // A link to a delivery opens where deliveries are, unless somebody chose a tab since.
  const linked = useFragment().startsWith('delivery-') ? 'deliveries' : 'overview'
  const { data: alert, error } = useQuery(alertQuery(alertId))
  const change = useAlertChanges(alertId, operations.update)
  if (!alert) return null

  const openRouting = () => setTab('deliveries')
  return (
    <>
      <AlertHead alert={alert} assignees={assignees} onChange={canModify ? change : undefined} />
      {error && (
        <div className="pb-4">
          <Callout tone="warning" title="What you see may be out of date" isAnnounced>
            {error.message}
          </Callout>
        </div>
      )}
      <Tabs
        label="Parts of the alert"
        selected={asked ?? linked}
        onSelect={(id) => setTab(TABS.find((each) => each === id) ?? null)}
        tabs={[
          {
            id: 'overview',
            label: 'Overview',
            content: (
              <OverviewTab alert={alert} prose={prose} onOpenDelivery={openDelivery} onOpenRouting={openRouting} />
            ),
          },
          {
            id: 'deliveries',
            label: 'Routing and deliveries',
            count: alert.deliveries.length,
            content: <DeliveriesTab alert={alert} operations={canModify ? operations.deliveries : undefined} />,
          },
          { id: 'events', label: 'Events', count: alert.eventCount, content: <EventsTab alertId={alertId} /> },
          {
            id: 'activity',
            label: 'Activity',
            count: activityOf(alert).length,
            content: <ActivityTab alert={alert} comment={canModify ? operations.comment : undefined} />,
          },
        ]}
      />
    </>
  )
}
