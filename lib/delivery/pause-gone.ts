import { SYSTEM_ACTOR } from '../domain/actor'
import { transaction } from '../repositories/db'
import { destinations } from '../repositories/destinations'
import { workspace } from '../repositories/workspace'

/** Pauses a destination whose address no longer exists, as anyone would who saw it. */
export async function pauseGone(destinationId: string, at: Date): Promise<void> {
  await transaction(async (tx) => {
    const before = await destinations.getLocked(tx, destinationId)
    if (before.isPaused) return
    await destinations.update(
      tx,
      { ...before, isPaused: true, version: before.version + 1, updatedAt: at },
      {
        change: 'paused',
        actorName: SYSTEM_ACTOR.name,
        changedSecrets: [],
        configuration: await workspace.nextConfiguration(tx),
      },
    )
  })
}
