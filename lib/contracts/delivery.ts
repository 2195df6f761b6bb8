import { z } from 'zod'
import type { AlertType } from '../domain/alert-type'
import type { Severity } from '../domain/severity'
import { Uuid } from './text'

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
  startedAt: string
  outcome: 'delivered' | 'retry' | 'rejected'
  reason?: string
  hint?: string
  /** Section of the troubleshooting page. */
  topic?: string
  totalMs: number
  exchanges: ExchangeView[]
  externalId?: string
  externalUrl?: string
}

export type DeliveryView = {
  id: string
  reason: 'test'
  state: 'delivered' | 'failed'
  severity: Severity
  alertType: AlertType
  isUnsaved: boolean
  actorName: string
  createdAt: string
  attempts: AttemptView[]
}

export const DeliveryLogQuery = z.object({
  id: Uuid,
  /** The last delivery already read. */
  before: Uuid.optional(),
})
export type DeliveryLogQuery = z.output<typeof DeliveryLogQuery>

export type DeliveryLogView = { results: DeliveryView[]; next: string | null }
