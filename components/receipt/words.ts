import type { ReceiptView } from '@/lib/contracts/routing'
import { ALERT_TYPE_LABELS } from '@/lib/domain/alert-type'
import { assertNever } from '@/lib/domain/assert-never'
import type { Fault, Reason, Scenario } from '@/lib/domain/routing'

const LISTED_MAX = 4

const SCENARIO_NAMES: Record<Scenario, string> = {
  1: 'Dynamic destinations',
  2: 'Destination Overrides',
  3: 'The destinations’ own configuration',
  4: 'Manual dispatch',
}

/** A decision in one line: "Scenario 2 · Destination Overrides", or that there was none. */
export function decisionTitle({ scenario }: { scenario: Scenario | null }): string {
  return scenario === null ? 'No scenario' : `Scenario ${scenario} · ${SCENARIO_NAMES[scenario]}`
}

/** What a receipt says first: the scenario that won, the outcome, and one sentence of why. */
export type Headline = { scenario: string; outcome: string; explanation: string }

export function headlineOf({
  outcome,
  scenario,
  chosen,
  settings,
}: Pick<ReceiptView, 'outcome' | 'scenario' | 'settings'> & { chosen: readonly unknown[] }): Headline {
  if (outcome === 'unrouted' || scenario === null) {
    return {
      scenario: decisionTitle({ scenario: null }),
      outcome: 'Unrouted',
      explanation:
        'Nothing that exists is named, and no destination accepts this alert. It is kept and counted, and reaches nobody.',
    }
  }
  const name = decisionTitle({ scenario })
  if (outcome === 'skipped') {
    const said =
      settings.emptyDynamicList === 'suppress'
        ? 'SKIP, or an empty list, which this workspace reads as SKIP'
        : 'a list with SKIP in it'
    return {
      scenario: name,
      outcome: 'Skipped',
      explanation: `destinations() returned ${said}: the alert goes nowhere.`,
    }
  }
  return {
    scenario: name,
    outcome: `Routed to ${chosen.length} ${chosen.length === 1 ? 'destination' : 'destinations'}`,
    explanation: WHY[scenario],
  }
}

const WHY: Record<Scenario, string> = {
  1: 'destinations() named them. Their severities, alert types and log types play no part.',
  2: 'The detection names them. Their severities, alert types and log types play no part.',
  3: 'Nothing that exists is named, so each destination that accepts the alert gets it.',
  4: 'A person sent this alert there. The first decision stands.',
}

/** Why a destination was not chosen, under the scenario that won. */
export function reasonText(reason: Reason, scenario: Scenario | null): string {
  switch (reason.code) {
    case 'severity-not-accepted':
      if (reason.accepted.length === 0) return 'It accepts no severity'
      return `${reason.severity} is not among ${reason.accepted.join(', ')}`
    case 'alert-type-not-accepted':
      if (reason.accepted.length === 0) return 'It accepts no alert type'
      return `${ALERT_TYPE_LABELS[reason.alertType]} is not among ${listed(reason.accepted.map((type) => ALERT_TYPE_LABELS[type]))}`
    case 'log-type-not-accepted':
      return logTypeText(reason.logTypes, reason.accepted)
    case 'not-named':
      return scenario === 4 ? 'Not the one it was sent to' : 'Not named by the detection'
    case 'skipped':
      return 'Skipped by the detection'
    default:
      return assertNever(reason)
  }
}

function logTypeText(given: readonly string[], accepted: readonly string[]): string {
  if (given.length === 0) return `The alert has no log type, and it accepts only ${listed(accepted)}`
  if (given.length === 1) return `${given[0]} is not among ${listed(accepted)}`
  return `None of ${listed(given)} is among ${listed(accepted)}`
}

/** What is wrong with what was named, and what happened because of it. */
export function faultText(fault: Fault): string {
  switch (fault.code) {
    case 'unknown-destination':
      return `destinations() returned ${quoted(fault.entry)}, which names no destination.`
    case 'unknown-override':
      return `Destination Overrides hold ${quoted(fault.entry)}, which names no destination. It may have been deleted.`
    case 'dynamic-destinations-failed':
      return `What destinations() gave was not used: ${ended(fault.message)} Routing went on to Destination Overrides.`
    case 'many-dynamic-destinations':
      return `destinations() returned ${fault.count} entries. All are used here; Panther keeps the first 10.`
    default:
      return assertNever(fault)
  }
}

function listed(items: readonly string[]): string {
  if (items.length <= LISTED_MAX + 1) return items.join(', ')
  return `${items.slice(0, LISTED_MAX).join(', ')} and ${items.length - LISTED_MAX} more`
}

const QUOTED_MAX_LENGTH = 80

function quoted(entry: string): string {
  return `“${entry.length > QUOTED_MAX_LENGTH ? `${entry.slice(0, QUOTED_MAX_LENGTH)}…` : entry}”`
}

const ended = (message: string) => (/[.?]$/.test(message) ? message : `${message}.`)
