import { expect, it } from 'vitest'
import type { AlertDeliveryView } from '@/lib/contracts/alert-view'
import { byDestination } from './by-destination'

function delivery(id: string, destinationId: string, minute: number): AlertDeliveryView {
  const createdAt = new Date(Date.UTC(2026, 2, 1, 12, minute)).toISOString()
  return {
    id,
    destinationId,
    destination: { displayName: destinationId, type: 'slack', isDeleted: false, hold: null, attemptsMax: 11 },
    reason: 'routed',
    state: 'queued',
    severity: 'HIGH',
    alertType: 'RULE',
    isUnsaved: false,
    actorName: 'Switchyard',
    createdAt,
    changedAt: createdAt,
    attempts: [],
  }
}

it('gives each destination once, with its newest delivery apart from those before it', () => {
  const groups = byDestination([delivery('3', 'a', 2), delivery('2', 'b', 1), delivery('1', 'a', 0)])
  expect(groups.map(({ destinationId, newest, earlier }) => [destinationId, newest.id, earlier.length])).toEqual([
    ['a', '3', 1],
    ['b', '2', 0],
  ])
})

it('keeps its order while deliveries are sent again: by the first one to each destination, then by name', () => {
  const routed = [delivery('1', 'b', 0), delivery('2', 'a', 0)]
  const names = (deliveries: AlertDeliveryView[]) => byDestination(deliveries).map(({ destinationId }) => destinationId)
  expect(names(routed)).toEqual(['a', 'b'])
  expect(names([delivery('4', 'c', 9), delivery('3', 'b', 5), ...routed])).toEqual(['a', 'b', 'c'])
})
