import { alertKey } from '../alerts/alert-key'
import { alertRecord } from '../alerts/alert-records'
import type { AlertAnswer } from '../contracts/alert-answer'
import type { AlertId } from '../contracts/alert-record'
import type { Caller } from '../domain/caller'
import { sqlQuery } from '../repositories/sql'
import { toAlertAnswer } from '../views/alert-answer'
import { authorise } from './authorise'

/** One alert as programs read it, with every attempt to deliver it. @throws {AppError} `not-found` */
export async function getAlertRecord(caller: Caller, { id }: { id: AlertId }): Promise<AlertAnswer> {
  authorise(caller, 'AlertRead')
  return toAlertAnswer(await sqlQuery((sql) => alertRecord(sql, alertKey(id))))
}
