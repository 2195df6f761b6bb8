import { z } from 'zod'
import { ALERT_STATUSES, type AlertStatus } from '../domain/alert-record'
import { ALERT_TABS, ALERT_TIMES, type AlertTab, DEFAULT_STATUSES, LIVE_ROWS } from '../domain/alert-search'
import { ALERT_TYPES, type AlertType } from '../domain/alert-type'
import { DELIVERY_STATES, type DeliveryState } from '../domain/delivery'
import type { Decision } from '../domain/routing'
import { SEVERITIES, type Severity } from '../domain/severity'
import { EXPORT_FORMATS } from './download'
import { manyOf, SearchText, Uuid } from './text'

const Statuses = manyOf(z.enum(ALERT_STATUSES))
const Moment = z.iso.datetime({ offset: true }).or(z.literal('')).catch('')
const AlertNumber = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional().catch(undefined)

const FILTERS = {
  tab: z.enum(ALERT_TABS).catch('alerts'),
  q: SearchText,
  severity: manyOf(z.enum(SEVERITIES)),
  /** Left out, it is `DEFAULT_STATUSES`; empty, it is any. */
  status: z.preprocess((value) => value ?? [...DEFAULT_STATUSES], Statuses),
  type: manyOf(z.enum(ALERT_TYPES)),
  detection: SearchText,
  logType: manyOf(z.string().max(200)),
  destination: Uuid.or(z.literal('')).catch(''),
  delivery: manyOf(z.enum(DELIVERY_STATES)),
  unrouted: z.stringbool().or(z.boolean()).catch(false),
  time: z.enum(ALERT_TIMES).or(z.literal('')).catch(''),
  /** ISO 8601, both ends inclusive; a `time` goes before them. */
  from: Moment,
  to: Moment,
}

/** The list's filters, as they stand in the address. What cannot be read is left out rather than refused. */
export const AlertSearch = z.object(FILTERS)
export type AlertSearch = z.output<typeof AlertSearch>

/** A page of what was accepted up to alert number `upTo` (all, when it is left out), from below `before` on. */
export const AlertListQuery = z.object({ ...FILTERS, upTo: AlertNumber, before: AlertNumber })
export type AlertListQuery = z.output<typeof AlertListQuery>

/** What became of the alerts shown, by number, and whether there are others above `after`. */
export const LiveAlertsQuery = z.object({
  ...FILTERS,
  after: z.coerce.number().int().min(0),
  shown: manyOf(z.coerce.number().int().min(1)).transform((numbers) => numbers.slice(0, LIVE_ROWS)),
})
export type LiveAlertsQuery = z.output<typeof LiveAlertsQuery>

export const ExportAlertsQuery = z.object({ ...FILTERS, format: z.enum(EXPORT_FORMATS) })
export type ExportAlertsQuery = z.output<typeof ExportAlertsQuery>

/** Where an alert went: its newest delivery to one destination. */
export type AlertDestinationView = { id: string; displayName: string; type: string; state: DeliveryState }

export type AlertRowView = {
  alertId: string
  /** Order of acceptance. */
  number: number
  title: string
  severity: Severity
  type: AlertType
  status: AlertStatus
  /** What made it; a system error has none. */
  detection: { id: string; name: string } | null
  assigneeName: string | null
  eventCount: number
  acceptedAt: string
  outcome: Decision['outcome']
  /** The first few, those that need attention before the others. */
  destinations: AlertDestinationView[]
  destinationCount: number
  /** Destinations that its newest delivery to failed: what Re-send takes. */
  failedCount: number
}

export type AlertListView = {
  rows: AlertRowView[]
  /** Number of the newest alert there was when the first page was read; 0: there is none at all. */
  upTo: number
  /** Asks for the page after this one. */
  next: number | null
}

export type LiveAlertsView = {
  /** Of the alerts asked for, those that still match. */
  rows: AlertRowView[]
  /** Alerts that match and came after the ones shown, counted up to `NEW_COUNTED_MAX`. */
  newCount: number
  upTo: number
}

/** What the sidebar and the tabs show, each counted no further than `COUNTED_MAX`. */
export type AlertCountsView = {
  /** Open alerts of each tab. */
  open: Record<AlertTab, number>
  /** Open alerts that went nowhere. */
  unrouted: number
  /** Open alerts whose newest delivery to some destination failed. */
  failed: number
  /** Deliveries that could have been sent more than a day ago. */
  held: number
}
