import type { AcceptedAlertView } from '../contracts/alert'
import { acceptAlerts } from '../usecases/accept-alerts'
import { aCaller } from './callers'

/** Hands over alerts, valid where the test does not say otherwise, and answers with their ids, in order. */
export async function acceptedAlerts(...alerts: object[]): Promise<string[]> {
  const items = alerts.map((alert) => ({
    detectionId: 'Rule.Not.Here',
    type: 'RULE',
    severity: 'HIGH',
    title: 'A title',
    ...alert,
  }))
  const { results } = await acceptAlerts(aCaller(), { items, isAtomic: true })
  // All or none were accepted.
  return results.map((result) => (result as AcceptedAlertView).alertId)
}
