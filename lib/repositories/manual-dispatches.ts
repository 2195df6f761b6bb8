import type { Sql } from './sql'

/** A delivery that a person sent to a destination of their choice. */
export type ManualDispatch = { destinationId: string; configurationVersion: number }

export const manualDispatches = {
  /** The dispatch of the alert that this delivery came from. */
  async find(sql: Sql, alertId: string, deliveryId: string): Promise<ManualDispatch | undefined> {
    const [row] = await sql.rows<ManualDispatch>(
      `SELECT destination_id::text AS "destinationId", configuration_version AS "configurationVersion" FROM delivery
       WHERE id = $1::uuid AND alert_id = $2::uuid AND reason = 'manual' AND configuration_version IS NOT NULL`,
      [deliveryId, alertId],
    )
    return row
  },
}
