import type { Alert } from '../domain/alert-record'
import { alertAttempts, type DispatchedAttempt } from '../repositories/alert-attempts'
import { alerts } from '../repositories/alerts'
import type { Sql } from '../repositories/sql'

/** An alert with every attempt to deliver it, the oldest first. */
export type AlertRecord = { alert: Alert; attempts: readonly DispatchedAttempt[] }

/** The alerts with their attempts, in the order given. */
export async function withAttempts(sql: Sql, found: readonly Alert[]): Promise<AlertRecord[]> {
  const attempts = await alertAttempts.ofAlerts(
    sql,
    found.map(({ id }) => id),
  )
  return found.map((alert) => ({ alert, attempts: attempts.get(alert.id) ?? [] }))
}

/** @throws {AppError} `not-found` */
export async function alertRecord(sql: Sql, id: string): Promise<AlertRecord> {
  const alert = await alerts.get(sql, id)
  return { alert, attempts: (await alertAttempts.ofAlerts(sql, [id])).get(id) ?? [] }
}
