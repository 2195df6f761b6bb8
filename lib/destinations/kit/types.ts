import type { z } from 'zod'
import type { DestinationCategory, FieldView } from '../../contracts/destination-type'
import type { AlertPayload } from '../../domain/alert'
import type { Http } from '../../http/types'

/** What a destination type is asked to deliver. */
export type AlertMessage = {
  /** `test` is worded as such but takes the very same path as `firing`. */
  event: 'firing' | 'test' | 'resolved'
  alert: AlertPayload
  /** The same over the attempts of one delivery; Standard Webhooks' `webhook-id`. */
  idempotencyKey: string
  /** `<alertId>:<destinationId>`: shared by firing and resolved. */
  dedupKey: string
  /** When this attempt is made. */
  sentAt: Date
}

/**
 * What became of one attempt: a closed union, expected failure is a value. `reason` says what happened, `hint` what to
 * do about it; both are safe to show and carry no secret.
 */
export type Outcome =
  | { outcome: 'delivered'; externalId?: string; externalUrl?: string }
  | { outcome: 'retry'; reason: string; hint: string; afterMs?: number }
  | {
      outcome: 'rejected'
      reason: string
      hint: string
      /** `credentials`: the receiver refused who we are. `gone`: the address itself no longer exists. */
      because: 'credentials' | 'gone' | 'request'
    }

export type { FieldView }

/** Settings at rest: what anyone may see, and the secrets by path (`<field>`, or `<field>/<Header-Name>`). */
export type StoredSettings = {
  publicSettings: Readonly<Record<string, unknown>>
  secrets: Readonly<Record<string, string>>
}

/** The settings a type's schema describes: flat, so that the form, the store and the secrets all speak of the same fields. */
export type SettingsSchema = z.ZodObject

/** One destination type: a value. Everything that is peculiar to the vendor is in here. */
export type DestinationDefinition<Schema extends SettingsSchema = SettingsSchema> = {
  /** Equals its folder's name. */
  type: string
  name: string
  /** One sentence for the gallery. */
  summary: string
  category: DestinationCategory
  /** Whether `resolved` means something to the receiver; where it does not, it is never asked of `deliver`. */
  canResolve: boolean
  settings: Schema
  /** A public label of where it goes: no secret in it. */
  target(settings: z.output<Schema>): string
  /** Renders, signs and sends. It never catches: a failure of transport is classified by the caller. */
  deliver(message: AlertMessage, settings: z.output<Schema>, http: Http): Promise<Outcome>
}

/** A definition as the rest of the console sees it: its settings' type forgotten, its fields described. */
export type DestinationType = DestinationDefinition & { fields: readonly FieldView[] }
