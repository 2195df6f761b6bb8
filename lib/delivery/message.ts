import type { AlertMessage } from '../destinations/kit/types'
import type { ClaimedDelivery } from '../repositories/delivery-queue'

/** What the destination type is asked to deliver: keys in the payload's documented order. */
export function messageOf(delivery: ClaimedDelivery, consoleUrl: string, sentAt: Date): AlertMessage {
  const { alert, destinationId } = delivery
  return {
    event: 'firing',
    alert: {
      id: alert.id,
      createdAt: alert.createdAt,
      severity: alert.severity,
      type: alert.type,
      link: `${consoleUrl}/alerts/${alert.alertId}`,
      title: alert.title,
      name: alert.name,
      alertId: alert.alertId,
      alertContext: alert.alertContext,
      description: alert.description,
      runbook: alert.runbook,
      tags: alert.tags,
      version: alert.version,
    },
    idempotencyKey: delivery.id,
    dedupKey: `${alert.alertId}:${destinationId}`,
    sentAt,
  }
}
