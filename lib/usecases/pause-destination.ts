import type { DestinationId } from '../contracts/destination'
import type { Caller } from '../domain/caller'
import { transaction } from '../repositories/db'
import { destinations } from '../repositories/destinations'
import { workspace } from '../repositories/workspace'
import { authorise } from './authorise'

/** Holds its deliveries. It is chosen by routing like any other. Pausing a paused one changes nothing. @throws {AppError} `not-found` */
export const pauseDestination = (caller: Caller, input: DestinationId) => setPaused(caller, input.id, true)

/** Lets its deliveries go. Resuming one that is not paused changes nothing. @throws {AppError} `not-found` */
export const resumeDestination = (caller: Caller, input: DestinationId) => setPaused(caller, input.id, false)

async function setPaused(caller: Caller, id: string, isPaused: boolean): Promise<{ isPaused: boolean }> {
  authorise(caller, 'DestinationModify')
  await transaction(async (tx) => {
    const before = await destinations.getLocked(tx, id)
    if (before.isPaused === isPaused) return
    await destinations.update(
      tx,
      { ...before, isPaused, version: before.version + 1, updatedAt: caller.now },
      {
        change: isPaused ? 'paused' : 'resumed',
        actorName: caller.name,
        changedSecrets: [],
        configuration: await workspace.nextConfiguration(tx),
      },
    )
  })
  return { isPaused }
}
