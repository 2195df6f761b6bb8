import type { DestinationId, PauseDestinationInput } from '../contracts/destination'
import type { Caller } from '../domain/caller'
import { AppError } from '../errors'
import { transaction } from '../repositories/db'
import { destinations } from '../repositories/destinations'
import { lanes } from '../repositories/lanes'
import { workspace } from '../repositories/workspace'
import { authorise } from './authorise'

export type Pause = { isPaused: boolean; pausedUntil: Date | null }

/**
 * Holds its deliveries, until a moment or until somebody resumes. It is chosen by routing like any other. Pausing a paused
 * one changes when the pause ends. @throws {AppError} `not-found`, `invalid-input` for a moment that is over
 */
export async function pauseDestination(caller: Caller, { id, until }: PauseDestinationInput): Promise<Pause> {
  authorise(caller, 'DestinationModify')
  if (until && until <= caller.now) {
    const message = 'That moment is over. Choose one that is still to come.'
    throw new AppError('invalid-input', message, { fields: { until: message } })
  }
  return setPause(caller, id, { isPaused: true, pausedUntil: until ?? null })
}

/** Lets its deliveries go. Resuming one that is not paused changes nothing. @throws {AppError} `not-found` */
export async function resumeDestination(caller: Caller, { id }: DestinationId): Promise<Pause> {
  authorise(caller, 'DestinationModify')
  return setPause(caller, id, { isPaused: false, pausedUntil: null })
}

async function setPause(caller: Caller, id: string, pause: Pause): Promise<Pause> {
  await transaction(async (tx) => {
    const before = await destinations.getLocked(tx, id)
    const isSame = before.pausedUntil?.getTime() === pause.pausedUntil?.getTime()
    if (before.isPaused === pause.isPaused && isSame) return
    await destinations.update(
      tx,
      { ...before, ...pause, version: before.version + 1, updatedAt: caller.now },
      {
        change: pause.isPaused ? 'paused' : 'resumed',
        actorName: caller.name,
        changedSecrets: [],
        configuration: await workspace.nextConfiguration(tx),
      },
    )
    // Whoever resumes a destination that was paused for a fault has it tried again.
    if (pause.isPaused) await lanes.touch(tx, id)
    else await lanes.reset(tx, id)
  })
  return pause
}
