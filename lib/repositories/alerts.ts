import { randomUUID } from 'node:crypto'
import type { Actor } from '../domain/actor'
import { type Alert, alertIdOf } from '../domain/alert-record'
import type { Decision } from '../domain/routing'
import { AppError } from '../errors'
import type { Sql } from './sql'

type AlertRow = Omit<Alert, 'decision'> & Decision

/** What may change about an alert after it was accepted. */
export type AlertState = Pick<Alert, 'status' | 'assigneeId' | 'quality' | 'contextTags'>

/** An alert's state and whom it is assigned to by name, as its history tells it. */
export type LockedAlert = AlertState & { id: string; assigneeName: string }

export type AlertChange = { field: 'status' | 'assignee' | 'quality' | 'contextTags'; before: string; after: string }

export type ChangedAlert = { id: string; state: AlertState; changes: readonly AlertChange[] }

const COLUMNS = `a.id::text, a.number::float8, a.accepted_at AS "acceptedAt", a.origin, a.detection_id AS "detectionId",
  a.detection_version AS "detectionVersion", a.severity, a.type, a.log_types AS "logTypes", a.title, a.name, a.description,
  a.runbook, a.reference, a.tags, a.context, a.created_at AS "createdAt", a.dedup, a.status, a.assignee_id AS "assigneeId",
  a.quality, coalesce(a.context_tags, '{}') AS "contextTags", a.event_count AS "eventCount", a.last_event_at AS "lastEventAt",
  a.dynamic, a.overrides, a.configuration_version AS "configurationVersion", a.outcome, a.scenario,
  a.destinations::text[] AS destinations, a.faults, a.system_error AS "systemError", a.updated_at AS "updatedAt",
  a.updated_by AS "updatedBy", a.payload_removed_at AS "payloadRemovedAt"`

// Written only from domain objects, which know these unions.
function toAlert({ outcome, scenario, destinations, faults, ...alert }: AlertRow): Alert {
  return { ...alert, decision: { outcome, scenario, destinations, faults } }
}

export const alertNotFound = (alertId: string) => new AppError('not-found', `There is no alert ${alertId}.`)

export const alerts = {
  async find(sql: Sql, id: string): Promise<Alert | undefined> {
    const [alert] = await alerts.many(sql, [id])
    return alert
  },

  /** @throws {AppError} `not-found` */
  async get(sql: Sql, id: string): Promise<Alert> {
    const alert = await alerts.find(sql, id)
    if (!alert) throw alertNotFound(alertIdOf(id))
    return alert
  },

  /** Those of them that are there, in the order of `ids`. */
  async many(sql: Sql, ids: readonly string[]): Promise<Alert[]> {
    const rows = await sql.rows<AlertRow>(
      `SELECT ${COLUMNS} FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted(id, place)
       JOIN alert a ON a.id = wanted.id ORDER BY wanted.place`,
      [ids],
    )
    return rows.map(toAlert)
  },

  /** @throws {AppError} `not-found` */
  async requireAlert(sql: Sql, id: string): Promise<void> {
    const found = await sql.rows('SELECT 1 FROM alert WHERE id = $1::uuid', [id])
    if (found.length === 0) throw alertNotFound(alertIdOf(id))
  },

  /** Number of the first alert accepted at `at` or later, or that the next one will have at least. */
  async firstSince(sql: Sql, at: Date): Promise<number> {
    // By the order of acceptance, which a clock that was set back does not disturb.
    const [row] = await sql.rows<{ number: number }>(
      `SELECT coalesce(
         (SELECT number FROM alert WHERE accepted_at >= $1 ORDER BY accepted_at, number LIMIT 1),
         (SELECT max(number) + 1 FROM alert), 1)::float8 AS number`,
      [at],
    )
    return row?.number ?? 1
  },

  /** Locks those of them that are there until the transaction ends; in order of id, so that two who lock never wait for each other. */
  async lock(sql: Sql, ids: readonly string[]): Promise<LockedAlert[]> {
    return sql.rows<LockedAlert>(
      `SELECT a.id::text, a.status, a.assignee_id AS "assigneeId", a.quality, coalesce(a.context_tags, '{}') AS "contextTags",
         coalesce((SELECT u.name FROM "user" u WHERE u.id = a.assignee_id), a.assignee_id, '') AS "assigneeName"
       FROM alert a WHERE a.id = ANY($1::uuid[]) ORDER BY a.id FOR NO KEY UPDATE OF a`,
      [ids],
    )
  },

  /** Writes the new states of locked alerts, each with its history. */
  async update(sql: Sql, changed: readonly ChangedAlert[], by: { actor: Actor; at: Date }): Promise<void> {
    const actor = JSON.stringify(by.actor)
    await sql.rows(
      `UPDATE alert SET status = given.status, assignee_id = given.assignee_id, quality = given.quality,
         context_tags = given.context_tags, updated_at = $2, updated_by = $3::json
       FROM json_to_recordset($1::json) AS given(id uuid, status text, assignee_id text, quality text, context_tags text[])
       WHERE alert.id = given.id`,
      [JSON.stringify(changed.map(stateRow)), by.at, actor],
    )
    await sql.rows(
      `INSERT INTO alert_change (id, alert_id, at, actor, field, before, after)
       SELECT given.id, given.alert_id, $2, $3::json, given.field, given.before, given.after
       FROM json_to_recordset($1::json) AS given(id uuid, alert_id uuid, field text, before text, after text)`,
      [JSON.stringify(changed.flatMap(changeRows)), by.at, actor],
    )
  },
}

const stateRow = ({ id, state }: ChangedAlert) => ({
  id,
  status: state.status,
  assignee_id: state.assigneeId,
  quality: state.quality,
  context_tags: state.contextTags,
})

const changeRows = ({ id, changes }: ChangedAlert) =>
  changes.map((change) => ({ id: randomUUID(), alert_id: id, ...change }))
