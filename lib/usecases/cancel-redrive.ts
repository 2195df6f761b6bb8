import type { CancelledRedriveView, RedriveId } from '../contracts/redrive'
import type { Caller } from '../domain/caller'
import { redrives } from '../repositories/redrives'
import { sqlTransaction } from '../repositories/sql'
import { authorise } from './authorise'

/**
 * Cancels what a redrive has not sent yet, for good; cancelling one that is finished changes nothing.
 * @throws {AppError} `not-found`
 */
export async function cancelRedrive(caller: Caller, { id }: RedriveId): Promise<CancelledRedriveView> {
  authorise(caller, 'AlertModify')
  return sqlTransaction(async (sql) => {
    await redrives.get(sql, id)
    return { cancelled: await redrives.cancel(sql, id, `${caller.name} cancelled the redrive.`) }
  })
}
