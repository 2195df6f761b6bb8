import type { AlertType } from './alert-type'
import type { RoutingDestination } from './destination'
import type { Severity } from './severity'

/** What the detection's `destinations()` gave for one alert; `null` when it has no such function. */
export type DynamicDestinations = null | { returned: unknown } | { error: string }

/** Everything a decision is made from, besides the destinations and the settings. */
export type RoutingInput = {
  alert: { type: AlertType; severity: Severity; logTypes: readonly string[] }
  dynamic: DynamicDestinations
  /** The detection's Destination Overrides: ids or display names. */
  overrides: readonly string[]
}

export type RoutingSettings = {
  /** What `destinations()` returning `[]`, and only `[]`, does. */
  emptyDynamicList: 'continue' | 'suppress'
}

/** All that routing depends on besides the alert: one version of the routing configuration. */
export type RoutingConfiguration = { destinations: readonly RoutingDestination[]; settings: RoutingSettings }

/** 1 dynamic, 2 overrides, 3 the destinations' own configuration, 4 a person's manual dispatch. */
export type Scenario = 1 | 2 | 3 | 4

export type Suggestion = { id: string; displayName: string }

export type Fault =
  | { code: 'unknown-destination'; entry: string; suggestion?: Suggestion }
  | { code: 'unknown-override'; entry: string; suggestion?: Suggestion }
  | { code: 'dynamic-destinations-failed'; message: string }
  | { code: 'many-dynamic-destinations'; count: number }

export type Decision = {
  outcome: 'routed' | 'skipped' | 'unrouted'
  /** `null` exactly when the outcome is `unrouted`. */
  scenario: Scenario | null
  /** Ids of the chosen destinations, in order. */
  destinations: readonly string[]
  /** In order of appearance. */
  faults: readonly Fault[]
}

/** Why a destination was not chosen, with the values that decided it. */
export type Reason =
  | { code: 'severity-not-accepted'; severity: Severity; accepted: readonly Severity[] }
  | { code: 'alert-type-not-accepted'; alertType: AlertType; accepted: readonly AlertType[] }
  | { code: 'log-type-not-accepted'; logTypes: readonly string[]; accepted: readonly string[] }
  | { code: 'not-named' }
  | { code: 'skipped' }

export type ReceiptEntry =
  | { destinationId: string; displayName: string; chosen: true }
  | { destinationId: string; displayName: string; chosen: false; reasons: readonly Reason[] }

/** A decision explained: every destination of the workspace exactly once, the chosen first in order of the decision, the rest by display name. */
export type Receipt = { decision: Decision; entries: readonly ReceiptEntry[] }
