import type { Caller } from '../domain/caller'
import { query } from '../repositories/db'
import { destinations } from '../repositories/destinations'
import { authorise } from './authorise'

/** Every destination by id, name and type: what a picker offers. */
export async function listDestinationChoices(
  caller: Caller,
): Promise<{ id: string; displayName: string; type: string }[]> {
  authorise(caller, 'DestinationRead')
  return query((tx) => destinations.idsAndNames(tx))
}
