import type { AttemptView } from '../contracts/delivery'
import type { AlertPayload } from '../domain/alert'
import type { AlertType } from '../domain/alert-type'
import type { DeliveryState } from '../domain/delivery'
import type { Severity } from '../domain/severity'
import { DELIVERY_CHANNEL, NAMED_IN_NOTIFICATION } from './accept-alerts'
import type { OwnedLane } from './lanes'
import type { Sql } from './sql'

/** A delivery that this worker may send now. */
export type ClaimedDelivery = {
  id: string
  destinationId: string
  attemptsMade: number
  attemptsCounted: number
  /** Without `link`, which depends on where the console is. */
  alert: Omit<AlertPayload, 'link'>
  consoleUrl: string | null
}

type ClaimedRow = Omit<ClaimedDelivery, 'alert'> & {
  detectionId: string | null
  createdAt: string
  severity: Severity
  type: AlertType
  title: string
  name: string
  alertId: string
  context: AlertPayload['alertContext']
  description: string
  runbook: string
  tags: string[]
  version: string
}

/** What an attempt did to its delivery. */
export type AttemptResult = {
  deliveryId: string
  destinationId: string
  /** Of the claim. */
  epoch: number
  attempt: AttemptView
  /** The state it leads to, unless the claim was lost meanwhile. */
  state: Extract<DeliveryState, 'delivered' | 'waiting' | 'queued' | 'failed'>
  stateReason?: string
  /** Before the next try, of a waiting one. */
  waitMs?: number
  /** Whether it uses up an attempt of the schedule. */
  isCounted: boolean
}

const CLAIM = `
  WITH mine AS (SELECT * FROM unnest($2::uuid[], $3::bigint[], $4::int[]) AS t(destination_id, epoch, room)),
  picked AS MATERIALIZED (
    SELECT due.id, mine.epoch FROM mine
    JOIN lane l ON l.destination_id = mine.destination_id AND l.owner = $1::uuid AND l.epoch = mine.epoch AND l.lease_until > now()
    JOIN destination x ON x.id = mine.destination_id AND NOT x.is_paused AND x.deleted_at IS NULL
    CROSS JOIN LATERAL (
      SELECT d.id FROM delivery d
      WHERE d.destination_id = mine.destination_id AND d.phase = 'open' AND d.state <> 'sending' AND d.due_at <= now()
      ORDER BY d.due_at LIMIT mine.room FOR UPDATE SKIP LOCKED
    ) due
  )
  UPDATE delivery d SET state = 'sending', claim_epoch = picked.epoch, changed_at = now()
  FROM picked, alert a, workspace w
  WHERE d.id = picked.id AND a.id = d.alert_id
  RETURNING d.id::text, d.destination_id::text AS "destinationId", d.attempts_made AS "attemptsMade",
    d.attempts_counted AS "attemptsCounted", d.due_at, w.console_url AS "consoleUrl",
    a.detection_id AS "detectionId", a.created_at AS "createdAt", a.severity, a.type, a.title, a.name,
    replace(a.id::text, '-', '') AS "alertId", a.context, a.description, a.runbook, a.tags, a.detection_version AS version`

const RESULT = `id uuid, destination_id uuid, epoch bigint, is_probe boolean, started_at timestamptz, outcome text, status int, reason text,
  hint text, topic text, exchanges json, total_ms float8, external_id text, external_url text, state text, state_reason text,
  wait_ms float8, is_counted boolean`

// A result whose claim was lost changes no state: another worker has the delivery, or had it.
// A failed probe goes behind the others: one that its receiver never takes must not be every probe and keep the circuit open.
const RECORD = `
  WITH given AS MATERIALIZED (
    SELECT * FROM json_to_recordset($1::json) AS g(${RESULT})
    WHERE NOT $2::boolean OR NOT EXISTS (SELECT 1 FROM attempt k WHERE k.delivery_id = g.id AND k.started_at = g.started_at)
  ),
  moved AS (
    UPDATE delivery d SET
      attempts_made = d.attempts_made + 1,
      attempts_counted = d.attempts_counted + CASE WHEN live.is AND given.is_counted THEN 1 ELSE 0 END,
      state = CASE WHEN live.is THEN given.state ELSE d.state END,
      state_reason = CASE WHEN live.is THEN given.state_reason ELSE d.state_reason END,
      due_at = CASE WHEN live.is AND given.state = 'waiting' THEN now() + given.wait_ms * interval '1 millisecond'
        WHEN live.is AND given.state = 'queued' THEN now() ELSE d.due_at END,
      changed_at = CASE WHEN live.is THEN now() ELSE d.changed_at END,
      failed_at = CASE WHEN live.is AND given.state = 'failed' THEN now() ELSE d.failed_at END,
      claim_epoch = CASE WHEN live.is THEN NULL ELSE d.claim_epoch END
    FROM given JOIN delivery was ON was.id = given.id
    CROSS JOIN LATERAL (SELECT was.state = 'sending' AND was.claim_epoch = given.epoch AS is) live
    WHERE d.id = given.id
    RETURNING d.id, d.attempts_made, live.is
  ),
  kept AS (
    INSERT INTO attempt (delivery_id, number, destination_id, is_probe, started_at, outcome, status, reason, hint, topic, exchanges,
      total_ms, external_id, external_url)
    SELECT given.id, moved.attempts_made, destination_id, is_probe, started_at, outcome, status, reason, hint, topic, exchanges,
      total_ms, external_id, external_url
    FROM given JOIN moved ON moved.id = given.id
  )
  SELECT moved.id::text FROM moved JOIN given ON given.id = moved.id WHERE moved.is AND given.state = 'failed'`

const STAND_IN = `
  INSERT INTO delivery (id, alert_id, destination_id, reason, state, severity, alert_type, actor_name, fallback_of, created_at, due_at, changed_at)
  SELECT gen_random_uuid(), d.alert_id, other.id, 'fallback', 'queued', d.severity, d.alert_type, 'Switchyard', d.id, now(), now(), now()
  FROM delivery d JOIN destination x ON x.id = d.destination_id
  JOIN destination other ON other.id = (x.delivery->>'fallbackId')::uuid AND other.deleted_at IS NULL`
const STOOD_IN = `
  ON CONFLICT (fallback_of) WHERE fallback_of IS NOT NULL DO NOTHING RETURNING destination_id::text AS id`

/** The delivery table as a queue: each function is one step that happens whole or not at all. */
export const deliveryQueue = {
  /** Claims what is due in this worker's lanes, at most `room` of each, oldest first. */
  async claim(
    sql: Sql,
    workerId: string,
    wanted: readonly (Pick<OwnedLane, 'destinationId' | 'epoch'> & { room: number })[],
  ): Promise<ClaimedDelivery[]> {
    const rows = await sql.rows<ClaimedRow & { due_at: Date }>(CLAIM, [
      workerId,
      wanted.map((lane) => lane.destinationId),
      wanted.map((lane) => lane.epoch),
      wanted.map((lane) => lane.room),
    ])
    return rows.sort((left, right) => left.due_at.getTime() - right.due_at.getTime()).map(toClaimed)
  },

  /** Gives back what was claimed and not sent. */
  async giveBack(sql: Sql, claimed: readonly { id: string; epoch: number }[]): Promise<void> {
    if (claimed.length === 0) return
    await sql.rows(
      `UPDATE delivery d SET state = 'queued', claim_epoch = NULL, changed_at = now()
       FROM unnest($1::uuid[], $2::bigint[]) AS mine(id, epoch)
       WHERE d.id = mine.id AND d.state = 'sending' AND d.claim_epoch = mine.epoch`,
      [claimed.map(({ id }) => id), claimed.map(({ epoch }) => epoch)],
    )
  },

  /**
   * Keeps attempts and moves their deliveries on. `isRepeated`: the answer to an earlier call with these results was lost,
   * and what that one stored is left as it is. @returns the deliveries that failed for good by it.
   */
  async record(sql: Sql, results: readonly AttemptResult[], isRepeated = false): Promise<string[]> {
    const rows = await sql.rows<{ id: string }>(RECORD, [JSON.stringify(results.map(rowOf)), isRepeated])
    return rows.map(({ id }) => id)
  },

  /** Has the fallback of each failed delivery's destination stand in, once; a stand-in has none of its own. */
  async standInForFailed(sql: Sql, deliveryIds: readonly string[]): Promise<void> {
    const queued = await sql.rows<{ id: string }>(
      `${STAND_IN} WHERE d.id = ANY($1::uuid[]) AND d.state = 'failed' AND d.reason <> 'fallback' AND d.alert_id IS NOT NULL ${STOOD_IN}`,
      [deliveryIds],
    )
    await wake(sql, queued)
  },

  /** The same for what waits behind circuits that have been open for as long as their destinations say. */
  async standInForHeld(sql: Sql, defaultMinutes: number): Promise<void> {
    const queued = await sql.rows<{ id: string }>(
      `${STAND_IN} JOIN lane l ON l.destination_id = x.id
       WHERE l.circuit_open_since < now() - make_interval(secs => 60 * coalesce((x.delivery->>'fallbackAfterMinutes')::float8, $1))
         AND d.phase = 'open' AND d.state <> 'sending' AND d.reason <> 'fallback' AND d.alert_id IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM delivery f WHERE f.fallback_of = d.id) ${STOOD_IN}`,
      [defaultMinutes],
    )
    await wake(sql, queued)
  },

  /** Cancels what is left of deleted destinations: a delivery that was being sent meanwhile, or came back from a lost lease. */
  async cancelOfDeleted(sql: Sql): Promise<void> {
    await sql.rows(
      `UPDATE delivery d SET state = 'cancelled', state_reason = 'The destination was deleted.', changed_at = now()
       FROM destination x WHERE x.deleted_at IS NOT NULL AND d.destination_id = x.id AND d.phase = 'open' AND d.state <> 'sending'`,
    )
  },
}

/** Has the workers look for what is new to these destinations, when the transaction commits. */
export async function wake(sql: Sql, queued: readonly { id: string }[]): Promise<void> {
  const ids = [...new Set(queued.map(({ id }) => id))]
  if (ids.length > 0)
    await sql.rows('SELECT pg_notify($1, $2)', [DELIVERY_CHANNEL, ids.length > NAMED_IN_NOTIFICATION ? '' : ids.join()])
}

function toClaimed(row: ClaimedRow): ClaimedDelivery {
  const { id, destinationId, attemptsMade, attemptsCounted, consoleUrl } = row
  return {
    id,
    destinationId,
    attemptsMade,
    attemptsCounted,
    consoleUrl,
    alert: {
      id: row.detectionId ?? 'Switchyard.SystemError',
      createdAt: row.createdAt,
      severity: row.severity,
      type: row.type,
      title: row.title,
      name: row.name,
      alertId: row.alertId,
      alertContext: row.context,
      description: row.description,
      runbook: row.runbook,
      tags: row.tags,
      version: row.version,
    },
  }
}

function rowOf({ deliveryId, destinationId, epoch, attempt, state, stateReason, waitMs, isCounted }: AttemptResult) {
  return {
    id: deliveryId,
    destination_id: destinationId,
    epoch,
    is_probe: attempt.isProbe,
    started_at: attempt.startedAt,
    outcome: attempt.outcome,
    status: attempt.status,
    reason: attempt.reason,
    hint: attempt.hint,
    topic: attempt.topic,
    exchanges: attempt.exchanges,
    total_ms: attempt.totalMs,
    external_id: attempt.externalId,
    external_url: attempt.externalUrl,
    state,
    state_reason: stateReason,
    wait_ms: waitMs,
    is_counted: isCounted,
  }
}
