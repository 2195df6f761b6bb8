import type { Destination } from '../domain/destination-record'
import type { Tx } from '../repositories/db'
import { lanes } from '../repositories/lanes'

/** A destination that was paused because its address was gone goes on with the settings that somebody saves. */
export async function resumedBySaving(
  tx: Tx,
  { id, isPaused, pausedUntil }: Destination,
): Promise<Pick<Destination, 'isPaused' | 'pausedUntil'>> {
  const isFaulted = isPaused && (await lanes.hasFault(tx, id))
  return isFaulted ? { isPaused: false, pausedUntil: null } : { isPaused, pausedUntil }
}
