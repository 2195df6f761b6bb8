import { changeAlerts } from '../alerts/change-alerts'
import type { UpdateAlertsInput } from '../contracts/alert-record'
import type { Caller } from '../domain/caller'
import { sqlTransaction } from '../repositories/sql'
import { authorise } from './authorise'

/**
 * Changes status, assignee, quality or context tags of alerts, all of them or none, and keeps what was changed in their
 * history. What the buttons of the list and of an alert's page call.
 * @throws {AppError} `not-found` for the first id that is no alert's; `invalid-input` for an assignee who is no user
 */
export async function updateAlerts(caller: Caller, { ids, ...changes }: UpdateAlertsInput): Promise<void> {
  authorise(caller, 'AlertModify')
  await sqlTransaction((sql) => changeAlerts(sql, caller, ids, changes))
}
