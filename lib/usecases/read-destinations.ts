import type { DestinationId } from '../contracts/destination'
import type { DestinationRecordsQuery, DestinationRecordView } from '../contracts/destination-record'
import { type Caller, callerCan } from '../domain/caller'
import { query } from '../repositories/db'
import { destinationRecords } from '../repositories/destination-records'
import { toDestinationRecordView } from '../views/destination-record-view'
import { authorise } from './authorise'

/** One destination as programs read it. Whoever may change it may see it. @throws {AppError} `not-found` */
export async function readDestination(caller: Caller, { id }: DestinationId): Promise<DestinationRecordView> {
  if (!callerCan(caller, 'DestinationModify')) authorise(caller, 'DestinationRead')
  const { destination, secretFields } = await query((tx) => destinationRecords.get(tx, id))
  return toDestinationRecordView(destination, secretFields)
}

/** A page of all destinations, in a stable order. `next` asks for the page after. */
export async function readDestinations(
  caller: Caller,
  { cursor, limit }: DestinationRecordsQuery,
): Promise<{ results: DestinationRecordView[]; next: string | null }> {
  authorise(caller, 'DestinationRead')
  const found = await query((tx) => destinationRecords.page(tx, { after: cursor, limit: limit + 1 }))
  const results = found
    .slice(0, limit)
    .map(({ destination, secretFields }) => toDestinationRecordView(destination, secretFields))
  return { results, next: found.length > limit ? (results.at(-1)?.id ?? null) : null }
}
