import type { Receipt } from '@/lib/domain/routing'
import type { RoutingIndex } from './index-configuration'
import { NOT_NAMED, writeReceipt } from './write-receipt'

/** Scenario 4: a person sends one alert to one destination. `undefined` when there is no such destination any more. */
export function dispatchManually(index: RoutingIndex, destinationId: string): Receipt | undefined {
  const destination = index.findById(destinationId)
  if (destination === undefined) return undefined
  const decision = { outcome: 'routed', scenario: 4, destinations: [destination.id], faults: [] } as const
  return writeReceipt(index, decision, () => NOT_NAMED)
}
