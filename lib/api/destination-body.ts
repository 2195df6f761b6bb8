import { z } from 'zod'
import { DeliverySettingsInput, DestinationInput } from '../contracts/destination'
import { Uuid } from '../contracts/text'
import { DEFAULT_DELIVERY_SETTINGS } from '../domain/delivery'

/** How secrets are read and written. */
export const SECRETS =
  'A secret is read as `{"set": true}`; sent back like that, or left out, it stays, and `null` removes it.'

export const OwnDelivery = DeliverySettingsInput.omit({ fallbackId: true, fallbackAfterMinutes: true })

export const Fallback = z.object({
  destinationId: Uuid,
  afterMinutes: DeliverySettingsInput.shape.fallbackAfterMinutes
    .unwrap()
    .default(DEFAULT_DELIVERY_SETTINGS.fallbackAfterMinutes)
    .describe('Minutes that its circuit is open before the other stands in.'),
})

/** A destination as programs write it. */
export const DestinationBody = DestinationInput.omit({ delivery: true }).extend({
  settings: DestinationInput.shape.settings.describe(`As \`/v1/destination-types\` describes them. ${SECRETS}`),
  delivery: OwnDelivery.default({}).describe('How it is delivered to, where that differs from the defaults.'),
  fallback: Fallback.nullable().default(null).describe('The destination that stands in when this one fails.'),
})
type DestinationBody = z.output<typeof DestinationBody>

/** What a program wrote, as every door hands it on. */
export function toDestinationInput({ delivery, fallback, ...rest }: DestinationBody): DestinationInput {
  if (!fallback) return { ...rest, delivery }
  return {
    ...rest,
    delivery: { ...delivery, fallbackId: fallback.destinationId, fallbackAfterMinutes: fallback.afterMinutes },
  }
}
