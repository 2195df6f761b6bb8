import { assertNever } from '@/lib/domain/assert-never'
import type { RoutingDestination } from '@/lib/domain/destination'
import type { Decision, Reason, Receipt, RoutingInput } from '@/lib/domain/routing'
import { type RoutedAlert, reasonsAgainst } from './acceptance'
import type { RoutingIndex } from './index-configuration'
import { routeAlert } from './route-alert'
import { NOT_NAMED, writeReceipt } from './write-receipt'

const SKIPPED: readonly Reason[] = [{ code: 'skipped' }]

/** The decision of `routeAlert`, explained for every destination of the configuration. */
export function explainRouting(index: RoutingIndex, input: RoutingInput): Receipt {
  const decision = routeAlert(index, input)
  return writeReceipt(index, decision, reasonsUnder(decision, input.alert))
}

function reasonsUnder(decision: Decision, alert: RoutedAlert): (destination: RoutingDestination) => readonly Reason[] {
  if (decision.outcome === 'skipped') return () => SKIPPED
  switch (decision.scenario) {
    case 1:
    case 2:
    case 4:
      return () => NOT_NAMED
    case 3:
    case null:
      return (destination) => reasonsAgainst(destination, alert)
    default:
      return assertNever(decision.scenario)
  }
}
