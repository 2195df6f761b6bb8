import { z } from 'zod'
import type { Json } from '../domain/alert'
import { type AlertQuality, type AlertStatus, type SystemError, uuidOf } from '../domain/alert-record'
import type { AlertType } from '../domain/alert-type'
import { RECEIPT_PAGE } from '../domain/console'
import type { Decision } from '../domain/routing'
import type { Severity } from '../domain/severity'
import type { AlertChangeView, AlertCommentView } from './alert-record'
import type { DeliveryView } from './delivery'
import type { ReceiptView } from './routing'
import { Uuid } from './text'

/** An alert as its page's address names it, by 32 hex digits; read as the id it is kept under. */
export const AlertAddress = z.object({
  id: z
    .string()
    .regex(/^[0-9a-f]{32}$/i)
    .transform(uuidOf),
})
export type AlertAddress = z.output<typeof AlertAddress>

/** Somebody an alert can be assigned to. */
export type AssigneeView = { id: string; name: string }

/** Why nothing is sent to a destination for now. */
export type HoldView =
  | { why: 'paused'; until?: string }
  | { why: 'circuit'; since: string; reason: string; probeAt: string }
  | { why: 'fault'; since: string; reason: string }

/** The destination of a delivery, as it is now. */
export type DeliveryDestinationView = {
  displayName: string
  type: string
  isDeleted: boolean
  hold: HoldView | null
  /** Attempts that a delivery to it may use up: the first, and the retries of its schedule. */
  attemptsMax: number
}

/** A delivery of an alert; its attempts are without what was sent and answered. */
export type AlertDeliveryView = DeliveryView & { destination: DeliveryDestinationView }

/** What the alert came from. */
export type AlertSourceView = {
  detection: { id: string; name: string; isHere: boolean } | null
  systemError:
    | (Pick<SystemError, 'kind'> & { destination?: { id: string; displayName: string; isDeleted: boolean } })
    | null
}

/** One alert, with all that happened to it. Times are ISO 8601. */
export type AlertView = AlertSourceView & {
  alertId: string
  title: string
  severity: Severity
  type: AlertType
  status: AlertStatus
  assignee: AssigneeView | null
  quality: AlertQuality | null
  tags: string[]
  contextTags: string[]
  logTypes: string[]
  context: { [key: string]: Json }
  /** Retention took its context and its events: it cannot be sent again. */
  isEmptied: boolean
  description: string
  runbook: string
  reference: string
  dedup: string | null
  createdAt: string
  acceptedAt: string
  eventCount: number
  lastEventAt: string
  outcome: Decision['outcome']
  scenario: Decision['scenario']
  /** The newest first. */
  deliveries: AlertDeliveryView[]
  /** The newest first, as many as are shown. */
  history: AlertChangeView[]
  /** The oldest first, as many as are shown. */
  comments: AlertCommentView[]
  /** There is more history, or there are more comments, than these. */
  isActivityCut: boolean
}

export const AlertReceiptQuery = AlertAddress.extend({
  /** A manual dispatch: the receipt is that of its own decision. */
  delivery: Uuid.optional(),
  /** As those of `PreviewRoutingInput`. */
  find: z.string().max(200).default(''),
  limit: z.coerce.number().int().min(1).max(20_000).default(RECEIPT_PAGE),
})
export type AlertReceiptQuery = z.output<typeof AlertReceiptQuery>

/** The receipt of a decision that was made: the engine decides once more, by the configuration of that time. */
export type AlertReceiptView = {
  receipt: ReceiptView
  /** The decision that was made and acted on, where the receipt comes to another. `destinations` are display names. */
  decided: (Pick<Decision, 'outcome' | 'scenario'> & { destinations: string[] }) | null
}
