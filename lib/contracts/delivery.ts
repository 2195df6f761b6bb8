import { z } from 'zod'
import type { AlertType } from '../domain/alert-type'
import { DELIVERY_REASONS, DELIVERY_STATES, type DeliveryReason, type DeliveryState } from '../domain/delivery'
import type { Severity } from '../domain/severity'
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

export const DeliveryLogQuery = z.object({
  id: Uuid,
  /** The last delivery already read. */
  before: Uuid.optional(),
  states: manyOf(z.enum(DELIVERY_STATES)),
  reasons: manyOf(z.enum(DELIVERY_REASONS)),
  from: z.coerce.date().optional().catch(undefined),
  to: z.coerce.date().optional().catch(undefined),
})
export type DeliveryLogQuery = z.output<typeof DeliveryLogQuery>

export const ExportDeliveriesQuery = DeliveryLogQuery.omit({ before: true }).extend({ format: z.enum(EXPORT_FORMATS) })
export type ExportDeliveriesQuery = z.output<typeof ExportDeliveriesQuery>

export type DeliveryLogView = { results: DeliveryView[]; next: string | null }
