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
