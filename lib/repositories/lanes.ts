import { DELIVERY_CHANNEL } from './accept-alerts'
import type { Tx } from './db'
import { type Sql, sqlOf } from './sql'

/** How long a lane stays its worker's without a sign of life. */
export const LEASE_SECONDS = 12

/** The answer to a claim takes less than this; a claim whose answer was lost is taken back afterwards. */
const UNKNOWN_CLAIM_SECONDS = 15

/** What workers listen to besides: a destination whose settings, pause or circuit somebody changed. */
export const LANE_CHANNEL = 'switchyard_lane'

/** An open circuit: since when, and when a probe may be sent. Times are milliseconds from now, by the database's clock. */
export type OpenCircuit = { openForMs: number; probeInMs: number; probeWaitSeconds: number; reason: string }

export type OwnedLane = {
  destinationId: string
  /** Raised by each change of owner: what fences off results of an earlier one. */
  epoch: number
  /** The destination's version: settings read at another are read again. */
  version: number
  isHeld: boolean
  circuit: OpenCircuit | null
}

const OWNED = `l.destination_id::text AS "destinationId", l.epoch::int AS epoch, x.version,
  (x.is_paused OR x.deleted_at IS NOT NULL OR l.fault IS NOT NULL) AS "isHeld",
  CASE WHEN l.circuit_open_since IS NOT NULL THEN json_build_object(
    'openForMs', extract(epoch FROM now() - l.circuit_open_since) * 1000,
    'probeInMs', extract(epoch FROM l.probe_at - now()) * 1000,
    'probeWaitSeconds', l.probe_wait_seconds, 'reason', l.circuit_reason) END AS circuit`

// One index look-up a destination that has something unfinished, however many deliveries wait.
const DUE = `
  WITH RECURSIVE busy AS (
    (SELECT destination_id FROM delivery WHERE phase = 'open' ORDER BY destination_id LIMIT 1)
    UNION ALL
    SELECT (SELECT d.destination_id FROM delivery d WHERE d.phase = 'open'
      AND d.destination_id > busy.destination_id ORDER BY d.destination_id LIMIT 1)
    FROM busy WHERE busy.destination_id IS NOT NULL
  )
  SELECT l.destination_id::text AS id FROM busy
  JOIN lane l ON l.destination_id = busy.destination_id JOIN destination x ON x.id = l.destination_id
  WHERE (l.owner IS NULL OR l.lease_until < now())
    AND NOT x.is_paused AND x.deleted_at IS NULL AND l.fault IS NULL
    AND (l.circuit_open_since IS NULL OR l.probe_at <= now())
    AND EXISTS (SELECT 1 FROM delivery d WHERE d.destination_id = l.destination_id AND d.phase = 'open'
      AND d.state <> 'sending' AND d.due_at <= now())
  UNION
  SELECT destination_id::text FROM lane WHERE owner IS NOT NULL AND lease_until < now()`

/** A destination's lane: who serves it, whether its circuit is open, and what holds it. */
export const lanes = {
  /** With each destination. */
  async create(tx: Tx, destinationId: string): Promise<void> {
    await tx.lane.create({ data: { destinationId } })
  },

  /** Closes the circuit and takes a fault back, as new settings do, and has the worker read them. */
  async reset(tx: Tx, destinationId: string): Promise<void> {
    await sqlOf(tx).rows(
      `WITH reset AS (
         UPDATE lane SET circuit_open_since = NULL, circuit_reason = NULL, probe_at = NULL, probe_wait_seconds = NULL,
           fault = NULL, fault_since = NULL WHERE destination_id = $1::uuid)
       SELECT pg_notify('${LANE_CHANNEL}', $1::text)::text`,
      [destinationId],
    )
  },

  async hasFault(tx: Tx, destinationId: string): Promise<boolean> {
    return (await tx.lane.findUnique({ where: { destinationId }, select: { fault: true } }))?.fault != null
  },

  /** Has its worker look at it again: after a pause, a resume or a deletion. */
  async touch(tx: Tx, destinationId: string): Promise<void> {
    await sqlOf(tx).rows(`SELECT pg_notify('${LANE_CHANNEL}', $1::text)::text`, [destinationId])
  },

  /** Lanes that nobody serves and that have something to do: a delivery that is due, or a dead worker's to recover. */
  async due(sql: Sql): Promise<string[]> {
    return (await sql.rows<{ id: string }>(DUE)).map(({ id }) => id)
  },

  /**
   * Takes those of the lanes that are free, or (if it may) whose owner's lease ran out; what their owner was sending goes back
   * to the queue. Others who try at the same time get different ones.
   */
  async acquire(
    sql: Sql,
    workerId: string,
    destinationIds: readonly string[],
    maySteal: boolean,
  ): Promise<OwnedLane[]> {
    const taken = await sql.rows<OwnedLane>(
      `WITH free AS (
         SELECT destination_id FROM lane WHERE destination_id = ANY($2::uuid[]) AND (owner IS NULL OR ($3 AND lease_until < now()))
         FOR UPDATE SKIP LOCKED)
       UPDATE lane l SET owner = $1::uuid, epoch = l.epoch + 1, lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
       FROM free, destination x WHERE l.destination_id = free.destination_id AND x.id = l.destination_id
       RETURNING ${OWNED}`,
      [workerId, destinationIds, maySteal],
    )
    if (taken.length > 0) await recover(sql, taken, [])
    return taken
  },

  /** Lengthens the leases that this worker still holds, and tells how those lanes are now. One that is missing is lost. */
  async renew(sql: Sql, workerId: string): Promise<OwnedLane[]> {
    return sql.rows<OwnedLane>(
      `UPDATE lane l SET lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
       FROM destination x WHERE l.owner = $1::uuid AND x.id = l.destination_id RETURNING ${OWNED}`,
      [workerId],
    )
  },

  /**
   * Puts back what is being sent by nobody: what an earlier owner claimed, whose claim may have committed after it lost the
   * lane, and what this one claimed without getting to know it. `held` are the deliveries that it does know of.
   */
  recover,

  async release(
    sql: Sql,
    workerId: string,
    owned: readonly Pick<OwnedLane, 'destinationId' | 'epoch'>[],
  ): Promise<void> {
    await sql.rows(
      `UPDATE lane l SET owner = NULL, lease_until = NULL FROM unnest($2::uuid[], $3::bigint[]) AS mine(destination_id, epoch)
       WHERE l.destination_id = mine.destination_id AND l.epoch = mine.epoch AND l.owner = $1::uuid`,
      [workerId, owned.map((lane) => lane.destinationId), owned.map((lane) => lane.epoch)],
    )
  },

  /** Opens the circuit, or puts the next probe off. */
  async openCircuit(
    sql: Sql,
    lane: Pick<OwnedLane, 'destinationId' | 'epoch'>,
    circuit: { reason: string; probeWaitSeconds: number },
  ): Promise<void> {
    await sql.rows(
      `UPDATE lane SET circuit_open_since = coalesce(circuit_open_since, now()), circuit_reason = $3,
         probe_wait_seconds = $4::int, probe_at = now() + make_interval(secs => $4::int)
       WHERE destination_id = $1::uuid AND epoch = $2`,
      [lane.destinationId, lane.epoch, circuit.reason, circuit.probeWaitSeconds],
    )
  },

  async closeCircuit(sql: Sql, lane: Pick<OwnedLane, 'destinationId' | 'epoch'>): Promise<void> {
    await sql.rows(
      `UPDATE lane SET circuit_open_since = NULL, circuit_reason = NULL, probe_at = NULL, probe_wait_seconds = NULL
       WHERE destination_id = $1::uuid AND epoch = $2`,
      [lane.destinationId, lane.epoch],
    )
  },

  /** Lets what was held for unusable settings be tried again, as a new version or the right key may read them. */
  async retryFaults(sql: Sql): Promise<void> {
    await sql.rows(
      `UPDATE lane l SET fault = NULL, fault_since = NULL FROM destination x
       WHERE l.fault IS NOT NULL AND x.id = l.destination_id AND NOT x.is_paused`,
    )
  },

  /** Holds the lane until its destination's settings are saved anew. */
  async setFault(sql: Sql, lane: Pick<OwnedLane, 'destinationId' | 'epoch'>, fault: string): Promise<void> {
    await sql.rows(
      `UPDATE lane SET fault = $3, fault_since = now() WHERE destination_id = $1::uuid AND epoch = $2 AND fault IS NULL`,
      [lane.destinationId, lane.epoch, fault],
    )
  },
}

async function recover(
  sql: Sql,
  owned: readonly Pick<OwnedLane, 'destinationId' | 'epoch'>[],
  held: readonly string[],
): Promise<void> {
  await sql.rows(
    `UPDATE delivery d SET state = 'queued', claim_epoch = NULL, changed_at = now()
     FROM unnest($1::uuid[], $2::bigint[]) AS mine(destination_id, epoch)
     WHERE d.destination_id = mine.destination_id AND d.phase = 'open' AND d.state = 'sending' AND (d.claim_epoch IS DISTINCT FROM mine.epoch
       OR (d.changed_at < now() - make_interval(secs => ${UNKNOWN_CLAIM_SECONDS}) AND d.id <> ALL($3::uuid[])))`,
    [owned.map((lane) => lane.destinationId), owned.map((lane) => lane.epoch), held],
  )
}

/** What both channels are listened to by. */
export const WORKER_CHANNELS = [DELIVERY_CHANNEL, LANE_CHANNEL] as const
