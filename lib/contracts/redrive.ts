import { z } from 'zod'
import { type LeftOutReason, MAX_AGE_HOURS_MAX, PER_MINUTE_MAX, REDRIVEN_STATES } from '../domain/redrive'
import { SEVERITIES } from '../domain/severity'
import { AlertId } from './alert-record'
import { Uuid } from './text'

const DESTINATIONS_MAX = 100
const ALERTS_MAX = 1_000

const Moment = z.iso
  .datetime({ offset: true, error: 'Not an ISO 8601 date-time with an offset, such as 2026-03-01T12:00:00Z.' })
  .transform((text) => new Date(text))

/** Which deliveries are sent again, which of them stay out, and how fast. */
export const RedriveInput = z.object({
  destinationIds: z
    .array(Uuid)
    .max(DESTINATIONS_MAX, `At most ${DESTINATIONS_MAX} destinations.`)
    .default([])
    .describe('Empty: every destination.'),
  states: z
    .array(z.enum(REDRIVEN_STATES))
    .min(1, 'Choose failed deliveries, cancelled ones, or both.')
    .default(['failed']),
  from: Moment.optional().describe('It failed or was cancelled at this moment or later.'),
  to: Moment.optional().describe('It failed or was cancelled at this moment or before.'),
  detectionId: z.string().max(200, 'At most 200 characters.').optional(),
  severities: z.array(z.enum(SEVERITIES)).default([]).describe('Empty: any.'),
  alertIds: z.array(AlertId).max(ALERTS_MAX, `At most ${ALERTS_MAX} alerts.`).default([]).describe('Empty: any.'),
  skipsClosed: z.boolean().default(true).describe('Leaves out alerts that somebody set to Resolved or Invalid.'),
  maxAgeHours: z
    .number()
    .int('Give whole hours.')
    .min(1, 'At least 1 hour.')
    .max(MAX_AGE_HOURS_MAX, `At most ${MAX_AGE_HOURS_MAX} hours.`)
    .optional()
    .describe('Leaves out alerts that were accepted longer ago.'),
  perMinute: z
    .number()
    .int('Give a whole number.')
    .min(1, 'At least 1 a minute.')
    .max(PER_MINUTE_MAX, `At most ${PER_MINUTE_MAX} a minute.`)
    .nullable()
    .default(null)
    .describe('Deliveries a minute to each destination; `null`: as fast as the destinations take them.'),
})
export type RedriveInput = z.output<typeof RedriveInput>

export const RedriveId = z.object({ id: Uuid })
export type RedriveId = z.output<typeof RedriveId>

export type RedriveDestinationView = {
  id: string
  displayName: string
  type: string
  count: number
  /** It is paused, its circuit is open, or it needs attention: what is sent to it waits. */
  isHeld: boolean
}

/** What a redrive sends, or would send. Times are ISO 8601. */
export type RedriveFiguresView = {
  count: number
  /** Those with the most deliveries, as many as are named. */
  destinations: RedriveDestinationView[]
  destinationCount: number
  /** What the filter finds besides, by the first reason that keeps it out. */
  leftOut: { reason: LeftOutReason; count: number }[]
  /** When the oldest and the newest of the alerts were accepted. */
  oldestAt: string | null
  newestAt: string | null
  /** Until the last one is sent at this pace; 0: at once. */
  seconds: number
}

/** A redrive that began; `id` is `null` when there was nothing to send. */
export type StartedRedriveView = RedriveFiguresView & { id: string | null }

/** How far a redrive is. */
export type RedriveView = {
  id: string
  total: number
  perMinute: number | null
  actorName: string
  createdAt: string
  /** Delivered, failed, cancelled, tried at least once, and not tried yet: together `total`, unless retention took some. */
  delivered: number
  failed: number
  cancelled: number
  retrying: number
  pending: number
  /** Of those that are not finished, whose destination takes nothing for now. */
  held: number
  /** When the last one that is not finished is due. */
  endsAt: string | null
}

export type CancelledRedriveView = { cancelled: number }
