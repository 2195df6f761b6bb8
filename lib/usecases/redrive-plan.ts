import { alertKey } from '../alerts/alert-key'
import type { RedriveInput } from '../contracts/redrive'
import type { RedrivePlan } from '../repositories/redrives'

/** What the input asks for. @throws {AppError} `not-found` for what is no alert's id */
export function redrivePlan({ skipsClosed, maxAgeHours, perMinute, alertIds, ...filter }: RedriveInput): RedrivePlan {
  return {
    filter: { ...filter, alertIds: alertIds.map(alertKey) },
    rules: { skipsClosed, maxAgeHours },
    perMinute,
  }
}
