import type { RedriveId, RedriveView } from '../contracts/redrive'
import type { Caller } from '../domain/caller'
import { redrives } from '../repositories/redrives'
import { sqlQuery } from '../repositories/sql'
import { authorise } from './authorise'

/** How far a redrive is. @throws {AppError} `not-found` */
export async function getRedrive(caller: Caller, { id }: RedriveId): Promise<RedriveView> {
  authorise(caller, 'AlertRead')
  return sqlQuery((sql) => redrives.get(sql, id))
}
