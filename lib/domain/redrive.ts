import type { Severity } from './severity'

/** What ended without having arrived: what a redrive may take. */
export const REDRIVEN_STATES = ['failed', 'cancelled'] as const
export type RedrivenState = (typeof REDRIVEN_STATES)[number]

/** More than this is a redrive of its own. */
export const REDRIVE_MAX = 100_000
export const PER_MINUTE_MAX = 60_000
/** 90 days: no failed delivery is kept longer. */
export const MAX_AGE_HOURS_MAX = 24 * 90
/** Destinations that the figures name; the others are counted. */
export const REDRIVE_DESTINATIONS_NAMED = 20

/** Which deliveries are to be sent again: an empty list, or nothing, asks for no such condition. */
export type RedriveFilter = {
  destinationIds: readonly string[]
  states: readonly RedrivenState[]
  /** When it failed or was cancelled, both ends inclusive. */
  from?: Date
  to?: Date
  detectionId?: string
  severities: readonly Severity[]
  /** UUIDs. */
  alertIds: readonly string[]
}

/** Which of them stay out because of their alert. */
export type RedriveRules = {
  /** Alerts that somebody set to Resolved or Invalid. */
  skipsClosed: boolean
  /** Alerts that were accepted longer ago. */
  maxAgeHours?: number
}

/** Why a delivery that the filter finds is not sent again; of several reasons the first. */
export const LEFT_OUT_REASONS = [
  /** Its destination was deleted. */
  'deleted-destination',
  /** Retention took what the alert said. */
  'emptied',
  /** The same alert is on its way to the same destination. */
  'under-way',
  /** The same alert reached the same destination since. */
  'delivered',
  /** A later delivery of the same alert to the same destination stands for it. */
  'repeated',
  'closed',
  'too-old',
] as const
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number]
