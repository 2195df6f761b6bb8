'use client'

import { memo } from 'react'
import { DestinationHealth } from '@/components/destinations/destination-health'
import { toQueryString } from '@/components/destinations/list-search'
import { DestinationLogo } from '@/components/marks/destination-logo'
import { SeverityList } from '@/components/marks/severity-list'
import { NameLink } from '@/components/ui/link'
import { type MenuAction, RowMenu } from '@/components/ui/menu'
import { Cell, type Column, MenuCell, NameCell, Row, Table } from '@/components/ui/table'
import { ExplainedText } from '@/components/ui/tooltip'
import type { DestinationListQuery, DestinationRowView } from '@/lib/contracts/destination'
import { ALERT_TYPE_LABELS, ALERT_TYPES, type AlertType } from '@/lib/domain/alert-type'

type Props = {
  rows: readonly DestinationRowView[]
  search: DestinationListQuery
  /** Absent when the caller may change nothing: then there is no menu. */
  actionsFor: ((destination: DestinationRowView) => MenuAction[]) | undefined
}

/** One page of the list. */
export function DestinationTable({ rows, search, actionsFor }: Props) {
  return (
    <Table label="Alert Destinations" columns={columnsOf(search, actionsFor !== undefined)}>
      {rows.map((row) => (
        <DestinationRow key={row.id} row={row} actionsFor={actionsFor} />
      ))}
    </Table>
  )
}

function columnsOf(search: DestinationListQuery, hasMenu: boolean): Column[] {
  const sortBy = (sort: DestinationListQuery['sort'], first: DestinationListQuery['order']): Column['sort'] => {
    const isCurrent = search.sort === sort
    const order = isCurrent ? (search.order === 'asc' ? 'desc' : 'asc') : first
    return {
      href: `/destinations${toQueryString({ ...search, sort, order, page: 1 })}`,
      direction: isCurrent ? (search.order === 'asc' ? 'ascending' : 'descending') : undefined,
    }
  }
  const columns: Column[] = [
    { id: 'name', label: 'Display name', sort: sortBy('name', 'asc') },
    { id: 'type', label: 'Type', width: '8.5rem', sort: sortBy('type', 'asc'), isSecondary: true },
    { id: 'severities', label: 'Severities', width: '7rem' },
    { id: 'alert-types', label: 'Alert types', width: '6rem', isSecondary: true },
    { id: 'log-types', label: 'Log types', width: '8.25rem', isSecondary: true },
    { id: 'health', label: 'Health', width: '9.25rem', sort: sortBy('last-delivery', 'desc') },
    { id: 'detections', label: 'Detections', width: '5.75rem', isNumeric: true, isSecondary: true },
  ]
  return hasMenu ? [...columns, { id: 'menu', label: 'Menu', width: '48px', isLabelHidden: true }] : columns
}

type RowProps = { row: DestinationRowView; actionsFor: Props['actionsFor'] }

// A keystroke in the search renders the table anew: a row that is the same is not.
const DestinationRow = memo(function DestinationRow({ row, actionsFor }: RowProps) {
  return (
    <Row>
      <NameCell>
        <DestinationName row={row} />
      </NameCell>
      <Cell label="Type" isSecondary>
        {row.typeName}
      </Cell>
      <Cell label="Severities">
        <SeverityList severities={row.severities} />
      </Cell>
      <Cell label="Alert types" isSecondary>
        <AlertTypes alertTypes={row.alertTypes} />
      </Cell>
      <Cell label="Log types" isSecondary>
        <LogTypes logTypes={row.logTypes} />
      </Cell>
      <Cell label="Health" isOverflowing>
        <DestinationHealth health={row.health} />
      </Cell>
      <Cell label="Detections" isNumeric isSecondary>
        {row.detectionCount}
      </Cell>
      {actionsFor && (
        <MenuCell>
          <RowMenu label={`Actions for ${row.displayName}`} actions={actionsFor(row)} />
        </MenuCell>
      )}
    </Row>
  )
})

function DestinationName({ row }: { row: DestinationRowView }) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <DestinationLogo type={row.type} />
      <span className="min-w-0 flex-1">
        <NameLink href={`/destinations/${row.id}`} title={row.displayName} className="block w-fit max-w-full truncate">
          {row.displayName}
        </NameLink>
        <span className="flex min-w-0 gap-1.5 text-xs font-normal">
          <span className="truncate text-muted">{row.target}</span>
          {row.isExplicitOnly && <span className="shrink-0 text-accent-ink">Explicit only</span>}
        </span>
      </span>
    </span>
  )
}

function AlertTypes({ alertTypes }: { alertTypes: readonly AlertType[] }) {
  if (alertTypes.length === ALERT_TYPES.length) return <>All</>
  if (alertTypes.length === 0) return <span className="text-muted">None</span>
  return (
    <ExplainedText explanation={alertTypes.map((type) => ALERT_TYPE_LABELS[type]).join(', ')}>
      {alertTypes.length} of {ALERT_TYPES.length}
    </ExplainedText>
  )
}

const LISTED = 20

function LogTypes({ logTypes }: { logTypes: readonly string[] }) {
  const [first, ...others] = logTypes
  if (first === undefined) return <>All</>
  if (others.length === 0) return <span title={first}>{first}</span>
  const unlisted = logTypes.length - LISTED
  return (
    <ExplainedText
      explanation={`${logTypes.slice(0, LISTED).join(', ')}${unlisted > 0 ? ` and ${unlisted} more` : ''}`}
    >
      <span className="flex items-center gap-1 sm:max-w-27">
        <span className="truncate">{first}</span>
        <span className="shrink-0 text-muted tabular-nums">+{others.length}</span>
      </span>
    </ExplainedText>
  )
}
