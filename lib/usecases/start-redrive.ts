import { randomUUID } from 'node:crypto'
import type { RedriveInput, StartedRedriveView } from '../contracts/redrive'
import type { Caller } from '../domain/caller'
import { REDRIVE_MAX } from '../domain/redrive'
import { AppError } from '../errors'
import { redeliveries } from '../repositories/redeliveries'
import { redrives } from '../repositories/redrives'
import { sqlTransaction } from '../repositories/sql'
import { authorise } from './authorise'
import { redrivePlan } from './redrive-plan'

/**
 * Sends failed deliveries again, each as a new one that names the old: all that the filter finds and the rules leave in, or,
 * beyond `REDRIVE_MAX`, none. Started twice, the second finds the first's deliveries under way and sends nothing.
 * @throws {AppError} `invalid-input` when they are too many
 */
export async function startRedrive(caller: Caller, input: RedriveInput): Promise<StartedRedriveView> {
  authorise(caller, 'AlertModify')
  const plan = redrivePlan(input)
  const id = randomUUID()
  const figures = await sqlTransaction(async (sql) => {
    await redeliveries.begin(sql)
    return redrives.start(sql, plan, { id, actorName: caller.name })
  })
  if (figures.count > REDRIVE_MAX) {
    const [found, most] = [figures.count, REDRIVE_MAX].map((count) => count.toLocaleString('en'))
    throw new AppError(
      'invalid-input',
      `Nothing was sent: ${found} deliveries are more than the ${most} of one redrive. Narrow it, for example to a shorter time.`,
    )
  }
  return { ...figures, id: figures.count > 0 ? id : null }
}
