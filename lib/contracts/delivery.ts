import { z } from 'zod'
import type { AlertType } from '../domain/alert-type'
import { DELIVERY_REASONS, DELIVERY_STATES, type DeliveryReason, type DeliveryState } from '../domain/delivery'
import { LOG_TIMES } from '../domain/delivery-filter'
import type { Severity } from '../domain/severity'
import { AlertId } from './alert-record'
import { EXPORT_FORMATS } from './download'
import { manyOf, Uuid } from './text'

export type PhasesView = { dns?: number; connect?: number; tls?: number; firstByte?: number; total: number }

/** One request and its answer, secrets masked. */
export type ExchangeView = {
  method: string
  url: string
  requestHeaders: Record<string, string>
  requestBody: string
  /** Bytes of the body as sent. */
  bytesSent: number
  phases: PhasesView
  answer?: {
    status: number
    headers: Record<string, string>
    body: string
    isBodyTruncated: boolean
    /** The address that answered, `ip:port`. */
    address: string
  }
  /** Why there was no answer. */
  failure?: string
}

export type AttemptView = {
  number: number
  /** A probe of an open circuit: it uses up nothing of the schedule. */
  isProbe: boolean
  startedAt: string
  outcome: 'delivered' | 'retry' | 'rejected'
  reason?: string
  hint?: string
  /** Section of the troubleshooting page. */
  topic?: string
  totalMs: number
  /** HTTP status of the last answer. */
  status?: number
  /** Empty once retention took what was sent and answered. */
  exchanges: ExchangeView[]
  externalId?: string
  externalUrl?: string
}

export type DeliveryView = {
  id: string
  destinationId: string
  /** None of a test. */
  alert?: { alertId: string; title: string }
  reason: DeliveryReason
  state: DeliveryState
  /** Why it failed, was cancelled or is held, in a sentence. */
  stateReason?: string
  /** When it is tried next; of a delivery that is not finished. */
  dueAt?: string
  changedAt: string
  /** The delivery that it sends again, or stands in for. */
  resentFrom?: string
  fallbackOf?: string
  severity: Severity
  alertType: AlertType
  isUnsaved: boolean
  /** Who sent it; `Switchyard` when routing did. */
  actorName: string
  createdAt: string
  attempts: AttemptView[]
}

export const DeliveryId = z.object({ id: Uuid })
export type DeliveryId = z.output<typeof DeliveryId>

/** Sends an alert to a destination that routing did not choose. */
export const DispatchAlertInput = z.object({ alertId: AlertId, destinationId: Uuid })
export type DispatchAlertInput = z.output<typeof DispatchAlertInput>

export const DeliveryLogQuery = z.object({
  id: Uuid,
  /** The last delivery already read. */
  before: Uuid.optional(),
  states: manyOf(z.enum(DELIVERY_STATES)),
  reasons: manyOf(z.enum(DELIVERY_REASONS)),
  from: z.coerce.date().optional().catch(undefined),
  to: z.coerce.date().optional().catch(undefined),
  /** Within how long before now; it goes before `from`. */
  time: z.enum(LOG_TIMES).or(z.literal('')).catch(''),
  limit: z.coerce.number().int().min(1).max(100).catch(20),
})
export type DeliveryLogQuery = z.output<typeof DeliveryLogQuery>

export const ExportDeliveriesQuery = DeliveryLogQuery.omit({ before: true }).extend({ format: z.enum(EXPORT_FORMATS) })
export type ExportDeliveriesQuery = z.output<typeof ExportDeliveriesQuery>

/** As a caller may give it: what is left out is not filtered by. */
export type DeliveryLogInput = Pick<DeliveryLogQuery, 'id'> & Partial<DeliveryLogQuery>

export type DeliveryLogView = { results: DeliveryView[]; next: string | null }

/** How long a chart looks back. */
export const CHART_SPANS = ['24h', '7d', '30d'] as const
export type ChartSpan = (typeof CHART_SPANS)[number]

export const DeliveryChartQuery = z.object({ id: Uuid, span: z.enum(CHART_SPANS).catch('24h') })
export type DeliveryChartQuery = z.output<typeof DeliveryChartQuery>

/** The attempts within one stretch of time. */
export type ChartBinView = {
  from: string
  to: string
  delivered: number
  /** Refused, or without a usable answer. */
  notDelivered: number
  /** How long half of them, and 95 of 100, took at most, as far as a sample tells; none: there were no attempts. */
  p50Ms: number | null
  p95Ms: number | null
}

/** The oldest first, without a gap. */
export type DeliveryChartView = { bins: ChartBinView[] }
