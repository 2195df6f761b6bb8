import type { DeliveryView } from '../contracts/delivery'
import { uuidOf } from '../domain/alert-record'
import { deliveries } from '../repositories/deliveries'
import { sqlQuery } from '../repositories/sql'
import { acceptedAlerts } from './accepted-alerts'

export const deliveryOf = (id: string): Promise<DeliveryView> => sqlQuery((sql) => deliveries.get(sql, id))

/** Hands an alert over for one destination, and answers with its delivery, which no worker takes. */
export async function sentTo(destinationId: string, alert: object = {}) {
  const [alertId = ''] = await acceptedAlerts({ destinations: [destinationId], ...alert })
  const [delivery] = await sqlQuery((sql) => deliveries.ofAlert(sql, uuidOf(alertId)))
  return { alertId, deliveryId: delivery?.id ?? '' }
}

/** What a worker would have made of it, now or at `at`. */
export async function endDelivery(
  id: string,
  state: 'delivered' | 'failed' | 'cancelled',
  at: Date | null = null,
): Promise<void> {
  await sqlQuery((sql) =>
    sql.rows(
      `UPDATE delivery SET state = $2::text, changed_at = coalesce($3, now()),
         failed_at = CASE WHEN $2 = 'failed' THEN coalesce($3, now()) END
       WHERE id = $1::uuid`,
      [id, state, at],
    ),
  )
}

/** An alert whose delivery to the destination failed, now or at `at`. */
export async function failedAt(destinationId: string, alert: object = {}, at: Date | null = null) {
  const sent = await sentTo(destinationId, alert)
  await endDelivery(sent.deliveryId, 'failed', at)
  return sent
}

/** What a redrive sent, in the order in which it is due. */
export const sentBy = (redriveId: string | null) =>
  sqlQuery((sql) =>
    sql.rows<{ alertId: string; destinationId: string; resentFrom: string; dueMs: number }>(
      `SELECT replace(alert_id::text, '-', '') AS "alertId", destination_id::text AS "destinationId",
         resent_from::text AS "resentFrom", (extract(epoch FROM due_at - created_at) * 1000)::float8 AS "dueMs"
       FROM delivery WHERE redrive_id = $1::uuid ORDER BY due_at, id`,
      [redriveId],
    ),
  )
