import type { RedriveInput, StartedRedriveView } from '../contracts/redrive'
import type { Caller } from '../domain/caller'
import { redrives } from '../repositories/redrives'
import { sqlQuery } from '../repositories/sql'
import { authorise } from './authorise'
import { redrivePlan } from './redrive-plan'

/** A dry run: what `startRedrive` would send now, and what it would leave out and why. Changes nothing. */
export async function previewRedrive(caller: Caller, input: RedriveInput): Promise<StartedRedriveView> {
  authorise(caller, 'AlertModify')
  const plan = redrivePlan(input)
  return sqlQuery(async (sql) => ({ ...(await redrives.preview(sql, plan)), id: null }))
}
