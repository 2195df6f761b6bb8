import type { DeliveryView, ExportDeliveriesQuery } from '../contracts/delivery'
import type { Download } from '../contracts/download'
import type { Caller } from '../domain/caller'
import { type DeliveryFilter, deliveryFilterOf } from '../domain/delivery-filter'
import { query } from '../repositories/db'
import { deliveries } from '../repositories/deliveries'
import { destinations } from '../repositories/destinations'
import { sqlQuery } from '../repositories/sql'
import { EXPORT_CONTENT_TYPES, type ExportColumn, exportFilename, exportText } from '../views/export-text'
import { authorise } from './authorise'

const PAGE = 500

const COLUMNS: readonly ExportColumn<DeliveryView>[] = [
  { name: 'deliveryId', value: (delivery) => delivery.id },
  { name: 'createdAt', value: (delivery) => delivery.createdAt },
  { name: 'changedAt', value: (delivery) => delivery.changedAt },
  { name: 'state', value: (delivery) => delivery.state },
  { name: 'stateReason', value: (delivery) => delivery.stateReason },
  { name: 'reason', value: (delivery) => delivery.reason },
  { name: 'alertId', value: (delivery) => delivery.alert?.alertId },
  { name: 'alertTitle', value: (delivery) => delivery.alert?.title },
  { name: 'alertType', value: (delivery) => delivery.alertType },
  { name: 'severity', value: (delivery) => delivery.severity },
  { name: 'sentBy', value: (delivery) => delivery.actorName },
  { name: 'attempts', value: (delivery) => delivery.attempts.length },
  { name: 'lastStatus', value: (delivery) => delivery.attempts.at(-1)?.status },
  { name: 'lastReason', value: (delivery) => delivery.attempts.at(-1)?.reason },
  { name: 'lastMs', value: (delivery) => delivery.attempts.at(-1)?.totalMs },
  { name: 'resentFrom', value: (delivery) => delivery.resentFrom },
  { name: 'fallbackOf', value: (delivery) => delivery.fallbackOf },
]

/** The deliveries that the log's filters leave, all of them, as a file. @throws {AppError} `not-found` */
export async function exportDeliveries(caller: Caller, input: ExportDeliveriesQuery): Promise<Download> {
  authorise(caller, 'DestinationRead')
  const { displayName } = await query((tx) => destinations.get(tx, input.id))
  return {
    filename: exportFilename(`deliveries-${fileWord(displayName)}`, input.format, caller.now),
    contentType: EXPORT_CONTENT_TYPES[input.format],
    chunks: exportText(logPages(input.id, deliveryFilterOf(input, caller.now)), input.format, COLUMNS),
  }
}

// From the newest on to older ones: an export ends even while deliveries keep coming.
async function* logPages(id: string, filter: DeliveryFilter): AsyncGenerator<DeliveryView[]> {
  let before: string | undefined
  for (;;) {
    const page = { limit: PAGE, before }
    const rows = await sqlQuery((sql) => deliveries.list(sql, id, filter, page))
    yield rows
    before = rows.at(-1)?.id
    if (rows.length < PAGE) return
  }
}

/** A name as part of a file's name, in characters that every system and header takes. */
const fileWord = (name: string) => name.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 60)
