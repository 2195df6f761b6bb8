import { z } from 'zod'
import { ALERT_TYPES } from '../domain/alert-type'
import { RECEIPT_PAGE } from '../domain/console'
import type { Decision, Fault, ReceiptEntry, RoutingSettings } from '../domain/routing'
import { SEVERITIES } from '../domain/severity'
import { OverrideList } from './detection'

/** What `destinations()` returned: absent, a list, any other JSON value, or an exception. */
export const DynamicDestinationsInput = z.union([
  z.null(),
  z.object({ returned: z.json() }),
  z.object({ error: z.string().max(1000) }),
])

export const PreviewRoutingInput = z.object({
  alertType: z.enum(ALERT_TYPES),
  severity: z.enum(SEVERITIES),
  logTypes: z.array(z.string().max(200)).max(500),
  dynamic: DynamicDestinationsInput.default(null),
  overrides: OverrideList.default([]),
  /** Narrows the destinations that were not chosen, by display name. */
  find: z.string().max(200).default(''),
  /** How many of the destinations that were not chosen to answer with. */
  limit: z.int().min(1).max(20_000).default(RECEIPT_PAGE),
})
export type PreviewRoutingInput = z.output<typeof PreviewRoutingInput>

type Chosen = Extract<ReceiptEntry, { chosen: true }> & { type: string; isPaused: boolean }
type NotChosen = Extract<ReceiptEntry, { chosen: false }> & { type: string; isPaused: boolean; isExplicitOnly: boolean }

/** A receipt as a screen shows it: all that were chosen, and as many of the others as were asked for. */
export type ReceiptView = {
  outcome: Decision['outcome']
  scenario: Decision['scenario']
  chosen: Chosen[]
  others: NotChosen[]
  /** How many were not chosen, and how many of these `find` matches. */
  othersTotal: number
  othersMatching: number
  faults: Fault[]
  settings: RoutingSettings
  /** The version of the routing configuration it was decided by. */
  configurationVersion: number
}
