import type { DestinationListQuery, DestinationListView } from '../contracts/destination'
import { destinationTypes } from '../destinations/registry'
import type { Caller } from '../domain/caller'
import { DESTINATIONS_PER_PAGE } from '../domain/console'
import { query } from '../repositories/db'
import { listDestinationPage } from '../repositories/destination-list'
import { toDestinationRowView } from '../views/destination-view'
import { authorise } from './authorise'

/** One page of destinations, as the query filters and sorts them. */
export async function listDestinations(caller: Caller, input: DestinationListQuery): Promise<DestinationListView> {
  authorise(caller, 'DestinationRead')
  const { items, total, totalUnfiltered } = await query((tx) => listDestinationPage(tx, input))
  return {
    rows: items.map(toDestinationRowView),
    total,
    totalUnfiltered,
    page: input.page,
    pageCount: Math.max(1, Math.ceil(total / DESTINATIONS_PER_PAGE)),
    types: destinationTypes().map(({ type, name }) => ({ type, name })),
  }
}
