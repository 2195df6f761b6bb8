import { z } from 'zod'
import type { RoutingSettings } from '../domain/routing'

export const RETENTION_DAYS = { min: 1, max: 3_650 }
/** Alerts an hour that one detection may make. */
export const ALERT_LIMIT = { min: 10, max: 1_000_000 }

const wholeNumber = ({ min, max }: { min: number; max: number }) => {
  const message = `A whole number from ${min.toLocaleString('en-US')} to ${max.toLocaleString('en-US')}.`
  return z.int(message).min(min, message).max(max, message)
}

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
  retentionDays: wholeNumber(RETENTION_DAYS),
  alertLimit: wholeNumber(ALERT_LIMIT),
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
  /** How long payloads, and what attempts sent and got, are kept. */
  retentionDays: number
  alertLimit: number
  version: number
  /** Processes that deliver now. */
  workers: { id: string; name: string; startedAt: string; seenAt: string }[]
  egress: { allowed: string[]; mapped: { host: string; relay: string }[] }
  /** Where deliveries leave from, as the operator stated it. */
  gatewayIp: string | null
}
