import { systemClock } from '../clock'
import { SYSTEM_ACTOR } from '../domain/actor'
import { query, transaction } from '../repositories/db'
import { destinations } from '../repositories/destinations'
import { lanes } from '../repositories/lanes'
import { workspace } from '../repositories/workspace'

/** Resumes the destinations whose pause is over, as anyone would. */
export async function resumeDue(): Promise<void> {
  for (const id of await query((tx) => destinations.pausesOver(tx))) await resume(id)
}

async function resume(id: string): Promise<void> {
  await transaction(async (tx) => {
    const before = await destinations.getLocked(tx, id)
    // Another worker was first, or somebody made the pause longer.
    if (!(await destinations.pausesOver(tx)).includes(id)) return
    await destinations.update(
      tx,
      { ...before, isPaused: false, pausedUntil: null, version: before.version + 1, updatedAt: systemClock.now() },
      {
        change: 'resumed',
        actorName: SYSTEM_ACTOR.name,
        changedSecrets: [],
        configuration: await workspace.nextConfiguration(tx),
      },
    )
    await lanes.touch(tx, id)
  })
}
