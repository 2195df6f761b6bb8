import { currentIndex } from '../alerts/routing-index'
import type { PreviewRoutingInput, ReceiptView } from '../contracts/routing'
import type { Caller } from '../domain/caller'
import { query } from '../repositories/db'
import { destinations } from '../repositories/destinations'
import { explainRouting } from '../routing/explain-routing'
import { authorise } from './authorise'
import { toReceiptView } from './receipt-view'

/** The receipt of an alert that was not made: the same engine and configuration that decide for one that is. */
export async function previewRouting(caller: Caller, input: PreviewRoutingInput): Promise<ReceiptView> {
  authorise(caller, 'DestinationRead')
  const decidedBy = await query(async (tx) => ({
    ...(await currentIndex(tx)),
    marks: await destinations.marks(tx),
  }))
  const receipt = explainRouting(decidedBy.index, {
    alert: { type: input.alertType, severity: input.severity, logTypes: input.logTypes },
    dynamic: input.dynamic,
    overrides: input.overrides,
  })
  return toReceiptView(receipt, decidedBy, input)
}
