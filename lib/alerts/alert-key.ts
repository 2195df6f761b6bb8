import { uuidOf } from '../domain/alert-record'
import { alertNotFound } from '../repositories/alerts'

const ALERT_ID = /^([0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/** The UUID that an alert is kept under, of its id as a caller gave it. @throws {AppError} `not-found` for what is no alert's id */
export function alertKey(id: string): string {
  if (!ALERT_ID.test(id)) throw alertNotFound(id)
  return uuidOf(id)
}
