import type { SearchInput, SearchView } from '../contracts/search'
import type { Caller } from '../domain/caller'
import { alertList } from '../repositories/alert-list'
import { query } from '../repositories/db'
import { destinations } from '../repositories/destinations'
import { detections } from '../repositories/detections'
import { sqlQuery } from '../repositories/sql'
import { authorise } from './authorise'

const MOST = 8

/** Destinations and detections by a part of their name, alerts by the beginning of their id. */
export async function search(caller: Caller, { q }: SearchInput): Promise<SearchView> {
  authorise(caller, 'DestinationRead')
  authorise(caller, 'RuleRead')
  authorise(caller, 'AlertRead')
  const alerts = await sqlQuery((sql) => alertList.byIdStart(sql, q, MOST))
  return query(async (tx) => ({
    alerts,
    destinations: await destinations.search(tx, q, MOST),
    detections: await detections.search(tx, q, MOST),
  }))
}
