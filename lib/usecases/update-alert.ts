import { alertKey } from '../alerts/alert-key'
import { alertRecord } from '../alerts/alert-records'
import { changeAlerts } from '../alerts/change-alerts'
import type { AlertAnswer } from '../contracts/alert-answer'
import type { AlertChangesInput, AlertId } from '../contracts/alert-record'
import type { Caller } from '../domain/caller'
import { sqlTransaction } from '../repositories/sql'
import { toAlertAnswer } from '../views/alert-answer'
import { authorise } from './authorise'

/** As `updateAlerts`, of one alert, which it answers with. @throws {AppError} as `updateAlerts` */
export async function updateAlert(
  caller: Caller,
  { id, ...changes }: AlertChangesInput & { id: AlertId },
): Promise<AlertAnswer> {
  authorise(caller, 'AlertModify')
  return sqlTransaction(async (sql) => {
    await changeAlerts(sql, caller, [id], changes)
    return toAlertAnswer(await alertRecord(sql, alertKey(id)))
  })
}
