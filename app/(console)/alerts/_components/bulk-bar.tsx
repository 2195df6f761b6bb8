'use client'

import { ChevronDown, RotateCw, X } from 'lucide-react'
import type { Selection } from '@/components/alerts/use-selection'
import { ALERT_STATUS_LABELS } from '@/components/marks/alert-status-mark'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { ChoiceMenu } from '@/components/ui/choice-menu'
import { IconButton } from '@/components/ui/icon-button'
import type { AlertRowView } from '@/lib/contracts/alert-list'
import type { AssigneeView } from '@/lib/contracts/alert-view'
import { ALERT_STATUSES } from '@/lib/domain/alert-record'
import type { BulkActions } from './use-bulk-change'

const NOBODY = 'nobody'

type Props = {
  selection: Selection
  rows: readonly AlertRowView[]
  assignees: readonly AssigneeView[]
  bulk: BulkActions
}

/** What can be done with the chosen alerts, at the foot of the screen while there are any. */
export function BulkBar({ selection, rows, assignees, bulk }: Props) {
  const chosen = rows.filter((row) => selection.has(row.alertId))
  const common = chosen.every((row) => row.status === chosen[0]?.status) ? chosen[0]?.status : undefined
  const failedCount = chosen.reduce((sum, row) => sum + row.failedCount, 0)
  return (
    <section
      aria-label="Chosen alerts"
      className="sticky bottom-4 z-20 mx-auto mt-4 flex w-fit max-w-full animate-rise flex-wrap items-center gap-2 rounded-lg border bg-raised p-2 pl-3.5 shadow-raised"
    >
      <p role="status" className="pr-1 text-sm font-medium tabular-nums">
        {chosen.length} chosen
      </p>
      <ChoiceMenu
        label="Set status"
        options={ALERT_STATUSES.map((value) => ({ value: value as string, label: ALERT_STATUS_LABELS[value] }))}
        value={common ?? ''}
        onChange={(value) => bulk.change({ status: ALERT_STATUSES.find((status) => status === value) })}
      >
        <MenuButton isPending={bulk.isChanging}>Set status</MenuButton>
      </ChoiceMenu>
      <ChoiceMenu
        label="Assign"
        options={[
          { value: NOBODY, label: 'Nobody' },
          ...assignees.map(({ id, name }) => ({ value: id, label: name, icon: <Avatar name={name} size={18} /> })),
        ]}
        value=""
        onChange={(id) => bulk.change({ assignee: id === NOBODY ? null : id })}
      >
        <MenuButton isPending={bulk.isChanging}>Assign</MenuButton>
      </ChoiceMenu>
      {failedCount > 0 && (
        <Button
          size="sm"
          onPress={bulk.resend}
          isPending={bulk.isResending}
          icon={<RotateCw aria-hidden="true" size={14} />}
        >
          Re-send {failedCount} failed
        </Button>
      )}
      <IconButton label="Choose none" size="sm" onPress={selection.clear}>
        <X aria-hidden="true" size={16} />
      </IconButton>
    </section>
  )
}

function MenuButton({ isPending, children }: { isPending: boolean; children: string }) {
  return (
    <Button size="sm" isPending={isPending}>
      {children}
      <ChevronDown aria-hidden="true" size={14} className="text-muted" />
    </Button>
  )
}
