import { searchFilter } from '../alerts/search-filter'
import type { ExportAlertsQuery } from '../contracts/alert-list'
import type { Download } from '../contracts/download'
import type { AlertFilter } from '../domain/alert-filter'
import type { Caller } from '../domain/caller'
import { alertList, type ExportedAlert } from '../repositories/alert-list'
import { sqlQuery } from '../repositories/sql'
import { EXPORT_CONTENT_TYPES, type ExportColumn, exportFilename, exportText } from '../views/export-text'
import { authorise } from './authorise'

const PAGE = 500

const COLUMNS: readonly ExportColumn<ExportedAlert>[] = [
  { name: 'alertId', value: (alert) => alert.alertId },
  { name: 'acceptedAt', value: (alert) => alert.acceptedAt },
  { name: 'createdAt', value: (alert) => alert.createdAt },
  { name: 'severity', value: (alert) => alert.severity },
  { name: 'status', value: (alert) => alert.status },
  { name: 'type', value: (alert) => alert.type },
  { name: 'title', value: (alert) => alert.title },
  { name: 'detectionId', value: (alert) => alert.detection?.id },
  { name: 'detectionName', value: (alert) => alert.detection?.name },
  { name: 'logTypes', value: (alert) => alert.logTypes.join('; ') },
  { name: 'assignee', value: (alert) => alert.assigneeName },
  { name: 'eventCount', value: (alert) => alert.eventCount },
  { name: 'outcome', value: (alert) => alert.outcome },
  {
    name: 'deliveries',
    value: (alert) => alert.deliveries.map(({ destination, state }) => `${destination}: ${state}`).join('; '),
  },
]

/** The alerts that the list's filters leave, all of them, as a file. */
export async function exportAlerts(caller: Caller, query: ExportAlertsQuery): Promise<Download> {
  authorise(caller, 'AlertRead')
  const pages = alertPages(searchFilter(query, caller.now))
  return {
    filename: exportFilename(query.tab, query.format, caller.now),
    contentType: EXPORT_CONTENT_TYPES[query.format],
    chunks: exportText(pages, query.format, COLUMNS),
  }
}

// Up to the alert that is the newest now: an export ends even while alerts keep coming.
async function* alertPages(filter: AlertFilter): AsyncGenerator<ExportedAlert[]> {
  const upTo = await sqlQuery(alertList.newest)
  let after: number | undefined
  do {
    const page = { limit: PAGE, direction: 'desc' as const, after, upTo }
    const { rows, next } = await sqlQuery((sql) => alertList.exported(sql, filter, page))
    yield rows
    after = next
  } while (after !== undefined)
}
