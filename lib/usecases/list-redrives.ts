import type { RedriveView } from '../contracts/redrive'
import type { Caller } from '../domain/caller'
import { redrives } from '../repositories/redrives'
import { sqlQuery } from '../repositories/sql'
import { authorise } from './authorise'

/** The redrives that are not finished, the newest first. */
export async function listRedrives(caller: Caller): Promise<RedriveView[]> {
  authorise(caller, 'AlertRead')
  return sqlQuery((sql) => redrives.running(sql))
}
