import { DestinationNames } from '@/components/detections/destination-names'
import { DETECTION_KIND_LABELS, detectionHref } from '@/components/detections/kinds'
import { SeverityMark } from '@/components/marks/severity-mark'
import { NameLink } from '@/components/ui/link'
import { RelativeTime } from '@/components/ui/relative-time'
import { Cell, type Column, NameCell, Row, Table } from '@/components/ui/table'
import type { DetectionRowView } from '@/lib/contracts/detection'

const COLUMNS: readonly Column[] = [
  { id: 'name', label: 'Detection' },
  { id: 'kind', label: 'Kind', width: '118px', isSecondary: true },
  { id: 'severity', label: 'Severity', width: '104px' },
  { id: 'logTypes', label: 'Log types', width: '14%', isSecondary: true },
  { id: 'enabled', label: 'State', width: '84px' },
  { id: 'goesTo', label: 'Alerts go to', width: '23%' },
  { id: 'updated', label: 'Updated', width: '104px', isSecondary: true },
]

/** Detections as rows. */
export function DetectionTable({ rows }: { rows: readonly DetectionRowView[] }) {
  return (
    <Table label="Detections" columns={COLUMNS}>
      {rows.map((row) => (
        <DetectionRow key={row.id} row={row} />
      ))}
    </Table>
  )
}

function DetectionRow({ row }: { row: DetectionRowView }) {
  const [logType, ...more] = row.logTypes
  return (
    <Row>
      <NameCell>
        <NameLink href={detectionHref(row.id)} title={row.displayName}>
          {row.displayName}
        </NameLink>
        {row.id !== row.displayName && (
          <span className="block truncate font-mono text-xs font-normal text-muted" title={row.id}>
            {row.id}
          </span>
        )}
      </NameCell>
      <Cell label="Kind" isSecondary>
        {DETECTION_KIND_LABELS[row.kind]}
      </Cell>
      <Cell label="Severity">
        <SeverityMark severity={row.severity} />
      </Cell>
      <Cell label="Log types" isSecondary>
        <span title={row.logTypes.join(', ')}>
          {logType ?? <span className="text-muted">None</span>}
          {more.length > 0 && <span className="text-muted tabular-nums"> +{more.length}</span>}
        </span>
      </Cell>
      <Cell label="State">{row.isEnabled ? 'Enabled' : <span className="text-muted">Disabled</span>}</Cell>
      <Cell label="Alerts go to">
        <DestinationNames destinations={row.goesTo} faultCount={row.faultCount} />
      </Cell>
      <Cell label="Updated" isSecondary>
        <RelativeTime at={row.updatedAt} />
      </Cell>
    </Row>
  )
}
