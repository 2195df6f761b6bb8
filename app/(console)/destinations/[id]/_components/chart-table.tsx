'use client'

import { formatDuration } from '@/components/attempt/phases'
import { Cell, type Column, NameCell, Row, Table } from '@/components/ui/table'
import type { ChartBinView } from '@/lib/contracts/delivery'
import { binText } from './chart-words'

const COLUMNS: Column[] = [
  { id: 'time', label: 'Time' },
  { id: 'delivered', label: 'Delivered', width: '7rem', isNumeric: true },
  { id: 'not', label: 'Not delivered', width: '8rem', isNumeric: true },
  { id: 'p50', label: 'p50', width: '6rem', isNumeric: true },
  { id: 'p95', label: 'p95', width: '6rem', isNumeric: true },
]

/** The figures of the charts, the newest first; stretches without an attempt are left out. */
export function ChartTable({ bins }: { bins: readonly ChartBinView[] }) {
  const used = bins.filter(({ delivered, notDelivered }) => delivered + notDelivered > 0).toReversed()
  if (used.length === 0) return <p className="text-muted">No attempts in this time.</p>
  return (
    <Table label="Attempts by time" columns={COLUMNS}>
      {used.map((bin) => (
        <Row key={bin.from}>
          <NameCell>{binText(bin)}</NameCell>
          <Cell label="Delivered" isNumeric>
            {bin.delivered.toLocaleString('en')}
          </Cell>
          <Cell label="Not delivered" isNumeric>
            {bin.notDelivered.toLocaleString('en')}
          </Cell>
          <Cell label="p50" isNumeric>
            {durationText(bin.p50Ms)}
          </Cell>
          <Cell label="p95" isNumeric>
            {durationText(bin.p95Ms)}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

const durationText = (ms: number | null) => (ms === null ? '–' : formatDuration(ms))
