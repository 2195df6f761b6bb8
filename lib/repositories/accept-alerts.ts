import { firstStatus, type NewAlert } from '../domain/alert-record'
import type { Decision } from '../domain/routing'
import type { Sql } from './sql'

/** What workers listen to: the payload names destinations that have something new, or nothing when they are many. */
export const DELIVERY_CHANNEL = 'switchyard_delivery'

/** A process that is frozen in the middle must not keep everyone else from accepting for longer than this. */
const LONGEST_PAUSE_MS = 5_000

/** Holders of this lock commit one after another: the order of `number` is the order in which alerts become visible. */
const ACCEPTANCE_LOCK = 7_261_001
/** A notification holds at most 8,000 bytes. */
export const NAMED_IN_NOTIFICATION = 100

export type DecidedAlert = { alert: NewAlert; decision: Decision }

/** What of an open alert a further one joins. */
export type OpenAlert = {
  id: string
  detectionId: string
  dedup: string
  outcome: Decision['outcome']
  scenario: Decision['scenario']
  destinations: string[]
  faults: Decision['faults']
}

const ROW = `id uuid, origin text, detection_id text, detection_version text, severity text, type text, log_types text[], title text,
  name text, description text, runbook text, reference text, tags text[], context json, created_at text, dedup text, status text,
  dynamic json, overrides text[], outcome text, scenario int, destinations uuid[], faults json, system_error json`
const COLUMNS = ROW.replace(/ (uuid|text|json|int)(\[\])?/g, '')

// `clock_timestamp()`, once: the transaction may have begun before another one committed.
const INSERT = `
  WITH at AS MATERIALIZED (SELECT date_trunc('milliseconds', clock_timestamp()) AS now),
  given AS MATERIALIZED (SELECT g.*, row_number() OVER () AS place FROM json_to_recordset($1::json) AS g(${ROW})),
  inserted AS (
    INSERT INTO alert (${COLUMNS}, accepted_at, last_event_at, configuration_version)
    SELECT ${COLUMNS.replace('created_at', `coalesce(created_at, to_char(at.now AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`)},
      at.now, at.now, $2 FROM given, at ORDER BY place
  ),
  queued AS (
    INSERT INTO delivery (id, alert_id, destination_id, reason, state, severity, alert_type, actor_name, created_at, due_at, changed_at)
    SELECT gen_random_uuid(), given.id, destination, 'routed', 'queued', given.severity, given.type, 'Switchyard', at.now, at.now, at.now
    FROM given, at, unnest(given.destinations) AS destination ORDER BY place
  )
  SELECT pg_notify('${DELIVERY_CHANNEL}', $3) WHERE $3 IS NOT NULL`

export const acceptance = {
  /** The version of the routing configuration, which cannot change until the transaction ends. */
  async lockConfiguration(sql: Sql): Promise<{ version: number; alertLimit: number }> {
    const [row] = await sql.rows<{ version: number; alertLimit: number }>(
      `SELECT configuration_version AS version, alert_limit AS "alertLimit",
         set_config('idle_in_transaction_session_timeout', '${LONGEST_PAUSE_MS}', true) FROM workspace WHERE id = 1 FOR SHARE`,
    )
    if (!row) throw new Error('The workspace has no row.')
    return row
  },

  /** Nobody else opens or joins an alert of these detections and dedups until the transaction ends. */
  async lockDedups(sql: Sql, keys: readonly string[]): Promise<void> {
    await sql.rows(
      `SELECT pg_advisory_xact_lock(hashtextextended(key, 0)) FROM (SELECT DISTINCT unnest($1::text[]) AS key ORDER BY 1) AS keys`,
      [keys],
    )
  },

  /** The newest open alert of each of these detections and dedups, where there is one. Nobody resolves it until the transaction ends. */
  async findOpen(sql: Sql, keys: readonly { detectionId: string; dedup: string }[]): Promise<OpenAlert[]> {
    const found = await sql.rows<OpenAlert>(
      `SELECT DISTINCT ON (a.detection_id, a.dedup) a.id::text, a.detection_id AS "detectionId", a.dedup, a.outcome, a.scenario,
         a.destinations::text[], a.faults
       FROM unnest($1::text[], $2::text[]) AS k(detection_id, dedup)
       JOIN alert a ON a.detection_id = k.detection_id AND a.dedup = k.dedup AND a.status = 'OPEN' AND a.dedup IS NOT NULL
         AND a.payload_removed_at IS NULL
       ORDER BY a.detection_id, a.dedup, a.number DESC`,
      [keys.map((key) => key.detectionId), keys.map((key) => key.dedup)],
    )
    // In the order in which everyone locks alerts.
    const locked = await sql.rows<{ id: string }>(
      `SELECT id::text FROM alert WHERE id = ANY($1::uuid[]) AND status = 'OPEN' ORDER BY id FOR UPDATE`,
      [found.map(({ id }) => id)],
    )
    const open = new Set(locked.map(({ id }) => id))
    return found.filter(({ id }) => open.has(id))
  },

  /** Counts further events of alerts that are there, each with what it was handed over with, in order. */
  async addEvents(sql: Sql, events: readonly { alertId: string; event: unknown }[]): Promise<void> {
    await sql.rows(
      `WITH given AS MATERIALIZED (
         SELECT g.*, row_number() OVER (PARTITION BY alert_id) AS place FROM json_to_recordset($1::json) AS g(alert_id uuid, event json)
       ),
       counted AS (
         UPDATE alert SET event_count = event_count + added.count, last_event_at = clock_timestamp()
         FROM (SELECT alert_id, count(*)::int AS count FROM given GROUP BY alert_id) AS added
         WHERE alert.id = added.alert_id
         RETURNING alert.id, alert.event_count - added.count AS before
       )
       INSERT INTO alert_event (alert_id, number, at, event)
       SELECT counted.id, counted.before + given.place, clock_timestamp(), given.event
       FROM given JOIN counted ON counted.id = given.alert_id`,
      [JSON.stringify(events.map(({ alertId, event }) => ({ alert_id: alertId, event })))],
    )
  },

  /**
   * Adds alerts with a delivery for each destination of their decisions, in the order given, and wakes the workers when the
   * transaction commits. Whoever else accepts alerts waits for that commit, so it should be the last thing of the transaction.
   */
  async insert(sql: Sql, decided: readonly DecidedAlert[], configurationVersion: number): Promise<void> {
    await sql.rows('SELECT pg_advisory_xact_lock($1)', [ACCEPTANCE_LOCK])
    await sql.rows(INSERT, [JSON.stringify(decided.map(rowOf)), configurationVersion, notificationOf(decided)])
  },
}

function rowOf({ alert, decision }: DecidedAlert) {
  return {
    id: alert.id,
    origin: alert.origin,
    detection_id: alert.detectionId,
    detection_version: alert.detectionVersion,
    severity: alert.severity,
    type: alert.type,
    log_types: alert.logTypes,
    title: alert.title,
    name: alert.name,
    description: alert.description,
    runbook: alert.runbook,
    reference: alert.reference,
    tags: alert.tags,
    context: alert.context,
    created_at: alert.createdAt,
    dedup: alert.dedup,
    status: firstStatus(alert.severity),
    dynamic: alert.dynamic,
    overrides: alert.overrides,
    outcome: decision.outcome,
    scenario: decision.scenario,
    destinations: decision.destinations,
    faults: decision.faults,
    system_error: alert.systemError,
  }
}

function notificationOf(decided: readonly DecidedAlert[]): string | null {
  const ids = new Set(decided.flatMap(({ decision }) => decision.destinations))
  if (ids.size === 0) return null
  return ids.size > NAMED_IN_NOTIFICATION ? '' : [...ids].join()
}
