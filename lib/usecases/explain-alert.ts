import { indexOf, type VersionedIndex } from '../alerts/routing-index'
import type { AlertReceiptQuery, AlertReceiptView } from '../contracts/alert-view'
import type { Alert } from '../domain/alert-record'
import type { Caller } from '../domain/caller'
import type { Decision, Receipt } from '../domain/routing'
import { AppError } from '../errors'
import { alerts } from '../repositories/alerts'
import { deliveryDestinations } from '../repositories/delivery-destinations'
import { type ManualDispatch, manualDispatches } from '../repositories/manual-dispatches'
import { sqlQuery } from '../repositories/sql'
import { dispatchManually } from '../routing/dispatch-manually'
import { explainRouting } from '../routing/explain-routing'
import { authorise } from './authorise'
import { toReceiptView } from './receipt-view'

/**
 * The receipt of an alert's routing, or of one manual dispatch of it, worked out once more by the engine from what the alert
 * keeps and the configuration it was decided by: what was renamed, changed or deleted since plays no part.
 * @throws {AppError} `not-found`
 */
export async function explainAlert(caller: Caller, input: AlertReceiptQuery): Promise<AlertReceiptView> {
  authorise(caller, 'AlertRead')
  const { alert, dispatch, types } = await sqlQuery(async (sql) => ({
    alert: await alerts.get(sql, input.id),
    dispatch: input.delivery === undefined ? undefined : await manualDispatches.find(sql, input.id, input.delivery),
    types: await deliveryDestinations.types(sql),
  }))
  if (input.delivery !== undefined && !dispatch) throw noDispatch()
  const decidedBy = await indexOf(dispatch?.configurationVersion ?? alert.configurationVersion)
  const receipt = dispatch ? explainDispatch(decidedBy, dispatch) : explainRouting(decidedBy.index, routingInput(alert))
  // Whether a destination is paused now says nothing about a decision of then.
  const marks = new Map([...types].map(([id, type]) => [id, { type, isPaused: false }]))
  return {
    receipt: toReceiptView(receipt, { ...decidedBy, marks }, input),
    decided: dispatch ? null : differing(alert.decision, receipt, decidedBy),
  }
}

const routingInput = ({ type, severity, logTypes, dynamic, overrides }: Alert) => ({
  alert: { type, severity, logTypes },
  dynamic,
  overrides,
})

function explainDispatch({ index }: VersionedIndex, { destinationId }: ManualDispatch): Receipt {
  const receipt = dispatchManually(index, destinationId)
  if (!receipt) throw noDispatch()
  return receipt
}

const noDispatch = () =>
  new AppError('not-found', 'There is no such manual dispatch of this alert. Retention may have taken it.')

/** The decision as it was stored, where the engine comes to another one now. */
function differing(stored: Decision, { decision }: Receipt, { index }: VersionedIndex): AlertReceiptView['decided'] {
  if (written(stored) === written(decision)) return null
  const { outcome, scenario, destinations } = stored
  return { outcome, scenario, destinations: destinations.map((id) => index.findById(id)?.displayName ?? id) }
}

const written = ({ outcome, scenario, destinations, faults }: Decision) =>
  JSON.stringify([outcome, scenario, destinations, faults])
