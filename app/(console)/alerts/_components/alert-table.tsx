'use client'

import { memo } from 'react'
import type { Selection } from '@/components/alerts/use-selection'
import { WentTo } from '@/components/alerts/went-to'
import { AlertStatusMark } from '@/components/marks/alert-status-mark'
import { SeverityMark } from '@/components/marks/severity-mark'
import { Avatar } from '@/components/ui/avatar'
import { Checkbox } from '@/components/ui/checkbox'
import { NameLink } from '@/components/ui/link'
import { RelativeTime } from '@/components/ui/relative-time'
import { Cell, type Column, NameCell, Row, SelectCell, Table } from '@/components/ui/table'
import type { AlertRowView } from '@/lib/contracts/alert-list'

const COLUMNS: readonly Column[] = [
  { id: 'title', label: 'Title' },
  { id: 'severity', label: 'Severity', width: '104px' },
  { id: 'status', label: 'Status', width: '100px' },
  { id: 'went-to', label: 'Went to', width: '27%' },
  { id: 'assignee', label: 'Assignee', width: '80px', isSecondary: true },
  { id: 'received', label: 'Received', width: '104px' },
]

type Props = {
  rows: readonly AlertRowView[]
  /** Absent when the caller may change nothing: then there are no boxes. */
  selection: Selection | undefined
}

/** Alerts as rows, the newest first. */
export function AlertTable({ rows, selection }: Props) {
  const heading = selection && (
    <Checkbox
      label="Choose every alert shown"
      isSelected={selection.selected.length === rows.length}
      isIndeterminate={selection.selected.length > 0 && selection.selected.length < rows.length}
      onChange={selection.toggleAll}
    />
  )
  const select: Column = { id: 'select', label: 'Chosen', width: '34px', heading }
  return (
    <Table label="Alerts" columns={selection ? [select, ...COLUMNS] : COLUMNS}>
      {rows.map((row) => (
        <AlertRow key={row.alertId} row={row} isSelected={selection?.has(row.alertId)} onToggle={selection?.toggle} />
      ))}
    </Table>
  )
}

type RowProps = { row: AlertRowView; isSelected: boolean | undefined; onToggle: ((id: string) => void) | undefined }

// The list is read every few seconds: a row that is the same is not rendered again.
const AlertRow = memo(
  function AlertRow({ row, isSelected, onToggle }: RowProps) {
    return (
      <Row isSelected={isSelected}>
        {onToggle && (
          <SelectCell>
            <Checkbox
              label={`Choose ${row.title}`}
              isSelected={isSelected ?? false}
              onChange={() => onToggle(row.alertId)}
            />
          </SelectCell>
        )}
        <NameCell>
          <NameLink
            href={`/alerts/${row.alertId}`}
            title={row.title}
            className="block w-fit max-w-full truncate max-sm:whitespace-normal"
          >
            {row.title}
          </NameLink>
          <span className="flex min-w-0 gap-1.5 text-xs font-normal text-muted">
            <span className="truncate" title={row.detection?.id}>
              {row.detection?.name ?? 'Switchyard'}
            </span>
            {row.eventCount > 1 && (
              <span className="shrink-0 tabular-nums">{row.eventCount.toLocaleString('en')} events</span>
            )}
          </span>
        </NameCell>
        <Cell label="Severity">
          <SeverityMark severity={row.severity} />
        </Cell>
        <Cell label="Status">
          <AlertStatusMark status={row.status} />
        </Cell>
        <Cell label="Went to">
          <WentTo alert={row} />
        </Cell>
        <Cell label="Assignee" isSecondary>
          <Assignee name={row.assigneeName} />
        </Cell>
        <Cell label="Received">
          <RelativeTime at={row.acceptedAt} />
        </Cell>
      </Row>
    )
  },
  (before, after) => before.isSelected === after.isSelected && JSON.stringify(before.row) === JSON.stringify(after.row),
)

function Assignee({ name }: { name: string | null }) {
  if (name === null) return <span className="text-muted">Nobody</span>
  return (
    <span title={name} className="inline-flex align-middle">
      <Avatar name={name} size={20} />
      <span className="sr-only">{name}</span>
    </span>
  )
}
