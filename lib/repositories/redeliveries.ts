import type { DeliveryReason } from '../domain/delivery'
import { acceptance } from './accept-alerts'
import { wake } from './delivery-queue'
import type { Sql } from './sql'

const REDELIVERY_LOCK = 7_261_003

type Redelivery = {
  alertId: string
  destinationId: string
  reason: Extract<DeliveryReason, 'resent' | 'manual'>
  actorName: string
  /** The delivery that it sends again. */
  resentFrom?: string
  /** Of a manual dispatch: the configuration that its decision was made against. */
  configurationVersion?: number
}

/** What people send once more, beside what routing sends. */
export const redeliveries = {
  /**
   * Nobody else sends anything again until the transaction ends, so that what is under way is known; and the configuration,
   * deletions of destinations included, cannot change. @returns its version
   */
  async begin(sql: Sql): Promise<number> {
    await sql.rows('SELECT pg_advisory_xact_lock($1)', [REDELIVERY_LOCK])
    return (await acceptance.lockConfiguration(sql)).version
  },

  /** Whether the alert is on its way to the destination. */
  async isUnderWay(sql: Sql, alertId: string, destinationId: string): Promise<boolean> {
    const found = await sql.rows(
      `SELECT 1 FROM delivery WHERE alert_id = $1::uuid AND destination_id = $2::uuid AND phase = 'open' LIMIT 1`,
      [alertId, destinationId],
    )
    return found.length > 0
  },

  /** Whether retention left what the alert says, and leaves it until the transaction ends; `undefined`: there is no such alert. */
  async hasPayload(sql: Sql, alertId: string): Promise<boolean | undefined> {
    const [row] = await sql.rows<{ isWhole: boolean }>(
      'SELECT payload_removed_at IS NULL AS "isWhole" FROM alert WHERE id = $1::uuid FOR SHARE',
      [alertId],
    )
    return row?.isWhole
  },

  /** Queues a new delivery and wakes the workers when the transaction commits. @returns its id */
  async insert(sql: Sql, given: Redelivery): Promise<string> {
    const [row] = await sql.rows<{ id: string }>(
      `INSERT INTO delivery (id, alert_id, destination_id, reason, state, severity, alert_type, actor_name, resent_from,
         configuration_version, created_at, due_at, changed_at)
       SELECT gen_random_uuid(), a.id, $2::uuid, $3, 'queued', a.severity, a.type, $4, $5::uuid, $6::int, at.now, at.now, at.now
       FROM alert a, (SELECT date_trunc('milliseconds', clock_timestamp()) AS now) AS at WHERE a.id = $1::uuid
       RETURNING id::text`,
      [
        given.alertId,
        given.destinationId,
        given.reason,
        given.actorName,
        given.resentFrom ?? null,
        given.configurationVersion ?? null,
      ],
    )
    if (!row) throw new Error('An alert that is sent again is not there.')
    await wake(sql, [{ id: given.destinationId }])
    return row.id
  },

  /** Cancels it unless it is being sent or finished. @returns whether it did */
  async cancel(sql: Sql, id: string, reason: string): Promise<boolean> {
    const cancelled = await sql.rows(
      `UPDATE delivery SET state = 'cancelled', state_reason = $2, changed_at = now()
       WHERE id = $1::uuid AND state IN ('queued', 'waiting') RETURNING 1`,
      [id, reason],
    )
    return cancelled.length > 0
  },
}
