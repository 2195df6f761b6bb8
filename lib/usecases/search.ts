import type { SearchInput, SearchView } from '../contracts/search'
import type { Caller } from '../domain/caller'
import { query } from '../repositories/db'
import { destinations } from '../repositories/destinations'
import { detections } from '../repositories/detections'
import { authorise } from './authorise'

const MOST = 8

/** Destinations and detections by a part of their name. */
export async function search(caller: Caller, { q }: SearchInput): Promise<SearchView> {
  authorise(caller, 'DestinationRead')
  authorise(caller, 'RuleRead')
  return query(async (tx) => ({
    destinations: await destinations.search(tx, q, MOST),
    detections: await detections.search(tx, q, MOST),
  }))
}
