import { z } from 'zod'
import type { RoutingSettings } from '../domain/routing'

export const GeneralSettingsInput = z.object({
  displayName: z
    .string()
    .trim()
    .min(1, 'Give the workspace a display name.')
    .max(100, 'A display name has at most 100 characters.'),
  consoleUrl: z
    .string()
    .trim()
    .max(2000)
    .refine(
      (value) => value === '' || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)),
      'A console URL starts with http:// or https://, as https://switchyard.example.com.',
    )
    .transform((value) => (value === '' ? null : new URL(value).origin)),
  emptyDynamicList: z.enum(['continue', 'suppress']),
  version: z.int().min(1),
})
export type GeneralSettingsInput = z.output<typeof GeneralSettingsInput>

export type GeneralSettingsView = {
  displayName: string
  consoleUrl: string | null
  /** The address that links use: `SWITCHYARD_URL`, else the one above, else where the server listens. */
  effectiveConsoleUrl: string
  isConsoleUrlFixed: boolean
  emptyDynamicList: RoutingSettings['emptyDynamicList']
  version: number
  egress: { allowed: string[]; mapped: { host: string; relay: string }[] }
  /** Where deliveries leave from, as the operator stated it. */
  gatewayIp: string | null
}
