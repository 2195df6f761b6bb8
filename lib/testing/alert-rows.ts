import { randomUUID } from 'node:crypto'
import type { AlertStatus } from '../domain/alert-record'
import type { AlertType } from '../domain/alert-type'
import type { DeliveryState } from '../domain/delivery'
import type { Severity } from '../domain/severity'
import { sqlQuery } from '../repositories/sql'

/** What a test wants of an alert; the rest is as usual. */
export type SeededAlert = {
  severity?: Severity
  type?: AlertType
  status?: AlertStatus
  logTypes?: string[]
  title?: string
  assigneeId?: string
  quality?: string
  contextTags?: string[]
  eventCount?: number
  acceptedAt?: string
  outcome?: 'routed' | 'unrouted'
  deliveries?: { to: string; state: DeliveryState; at?: string }[]
}

/** Rows as they stand in the database, without anybody to deliver them. */
export async function insertDestination(id: string): Promise<void> {
  await sqlQuery((sql) =>
    sql.rows(
      `INSERT INTO destination (id, type, display_name, severities, alert_types, log_types, settings, target, search_text)
       VALUES ($1::uuid, 'slack', $2, '{}', '{}', '{}', '{}', '', '')`,
      [id, `list ${id.slice(0, 8)}`],
    ),
  )
}

/** An alert of the detection, with its deliveries; answers with its title. */
export async function insertAlert(detectionId: string, seeded: SeededAlert = {}): Promise<string> {
  const id = randomUUID()
  const { title = `Alert ${id}`, acceptedAt = new Date().toISOString() } = seeded
  await sqlQuery(async (sql) => {
    await sql.rows(
      `INSERT INTO alert (id, accepted_at, origin, detection_id, detection_version, severity, type, log_types, title, name, description,
         runbook, reference, tags, context, created_at, status, assignee_id, quality, context_tags, event_count, overrides,
         configuration_version, outcome, destinations, faults)
       VALUES ($1::uuid, $2, 'api', $3, '', $4, $5, $6, $7, 'Named ' || $3, '', '', '', '{}', '{}', '', $8, $9, $10, $11, $12, '{}', 1, $13, '{}', '[]')`,
      [
        id,
        acceptedAt,
        detectionId,
        seeded.severity ?? 'HIGH',
        seeded.type ?? 'RULE',
        seeded.logTypes ?? ['Okta.SystemLog'],
        title,
        seeded.status ?? 'OPEN',
        seeded.assigneeId ?? null,
        seeded.quality ?? null,
        seeded.contextTags ?? null,
        seeded.eventCount ?? 1,
        seeded.outcome ?? 'routed',
      ],
    )
    for (const { to, state, at = acceptedAt } of seeded.deliveries ?? []) {
      await sql.rows(
        `INSERT INTO delivery (id, alert_id, destination_id, reason, state, severity, alert_type, actor_name, created_at, due_at)
         VALUES ($1::uuid, $2::uuid, $3::uuid, 'routed', $4, 'HIGH', 'RULE', 'Switchyard', $5, $5)`,
        [randomUUID(), id, to, state, at],
      )
    }
  })
  return title
}
