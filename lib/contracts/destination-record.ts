import { z } from 'zod'
import type { AlertType } from '../domain/alert-type'
import type { Severity } from '../domain/severity'
import type { DeliverySettingsInput } from './destination'
import { Uuid } from './text'

const DESTINATIONS_PER_CALL = 100

export const DestinationRecordsQuery = z.object({
  /** The last destination already read. */
  cursor: Uuid.optional().describe('The `next` of the page before.'),
  limit: z.coerce
    .number('Give a number.')
    .int('Give a whole number.')
    .min(1, 'At least 1.')
    .max(DESTINATIONS_PER_CALL, `At most ${DESTINATIONS_PER_CALL}.`)
    .default(50),
})
export type DestinationRecordsQuery = z.output<typeof DestinationRecordsQuery>

/** How a secret is read: only that there is one. Sent back, it means that it stays. */
export type SecretMark = { set: true }

/** A destination as programs read it and write it back. */
export type DestinationRecordView = {
  id: string
  displayName: string
  type: string
  severities: Severity[]
  alertTypes: AlertType[]
  logTypes: string[]
  /** Secrets as `{"set": true}`. */
  settings: Record<string, unknown>
  /** Where it differs from the defaults. */
  delivery: Omit<DeliverySettingsInput, 'fallbackId' | 'fallbackAfterMinutes'>
  fallback: { destinationId: string; afterMinutes: number } | null
  /** A public label of where it goes. */
  target: string
  paused: boolean
  /** When the pause ends on its own. */
  pausedUntil: string | null
  version: number
  createdAt: string
  updatedAt: string
}
