import { describe, expect, it } from 'vitest'
import type { AlertRowView } from '@/lib/contracts/alert-list'
import { mergeLive } from './merge-live'

const row = (number: number, status: AlertRowView['status'] = 'OPEN'): AlertRowView => ({
  alertId: String(number).padStart(32, '0'),
  number,
  title: `Alert ${number}`,
  severity: 'LOW',
  type: 'RULE',
  status,
  detection: null,
  assigneeName: null,
  eventCount: 1,
  acceptedAt: '2026-03-01T12:00:00.000Z',
  outcome: 'routed',
  destinations: [],
  destinationCount: 0,
  failedCount: 0,
})

describe('mergeLive', () => {
  it('leaves the rows alone until something is known', () => {
    expect(mergeLive([row(2), row(1)], undefined)).toEqual([row(2), row(1)])
  })

  it('shows a row as it is now, in its place', () => {
    expect(mergeLive([row(2), row(1)], { shown: [2, 1], rows: [row(1), row(2, 'TRIAGED')] })).toEqual([
      row(2, 'TRIAGED'),
      row(1),
    ])
  })

  it('takes out what no longer matches, and nothing that was not asked about', () => {
    expect(mergeLive([row(3), row(2), row(1)], { shown: [3, 2], rows: [row(3)] })).toEqual([row(3), row(1)])
  })
})
