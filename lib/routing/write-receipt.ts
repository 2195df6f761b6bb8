import type { RoutingDestination } from '@/lib/domain/destination'
import type { Decision, Reason, Receipt, ReceiptEntry } from '@/lib/domain/routing'
import type { RoutingIndex } from './index-configuration'

/** Why a destination is not chosen when the chosen ones were named. */
export const NOT_NAMED: readonly Reason[] = [{ code: 'not-named' }]

/** Sets out a decision: the chosen in its order, then every other destination with what `reasonsFor` says kept it out. */
export function writeReceipt(
  index: RoutingIndex,
  decision: Decision,
  reasonsFor: (destination: RoutingDestination) => readonly Reason[],
): Receipt {
  const places = new Map(decision.destinations.map((id, place) => [id, place]))
  const chosen: ReceiptEntry[] = []
  const others: ReceiptEntry[] = []
  for (const destination of index.destinations) {
    const { id: destinationId, displayName } = destination
    const place = places.get(destinationId)
    if (place === undefined) {
      others.push({ destinationId, displayName, chosen: false, reasons: reasonsFor(destination) })
    } else {
      chosen[place] = { destinationId, displayName, chosen: true }
    }
  }
  return { decision, entries: [...chosen, ...others] }
}
