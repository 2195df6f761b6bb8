import { randomUUID } from 'node:crypto'
import { type Accepted, accept } from '../alerts/accept'
import { type DetectionFacts, detectionFacts, unknownDetection } from '../alerts/detection-facts'
import { type AcceptAlertsView, type AcceptedAlertView, AlertInput, type RefusedAlertView } from '../contracts/alert'
import { alertIdOf, type NewAlert } from '../domain/alert-record'
import type { Caller } from '../domain/caller'
import { AppError } from '../errors'
import { countAccepted } from '../metrics/counters'
import { sqlTransaction } from '../repositories/sql'
import { authorise } from './authorise'

type Given = { index: number; alert: AlertInput }

/**
 * Takes over alerts that were made elsewhere: when it answers, each accepted alert, its decision and its deliveries are
 * stored. Items that cannot be read don't block the others, unless it is all or none.
 * @throws {AppError} `invalid-input` for the first bad item when `isAtomic`
 */
export async function acceptAlerts(
  caller: Caller,
  { items, isAtomic }: { items: readonly unknown[]; isAtomic: boolean },
): Promise<AcceptAlertsView> {
  authorise(caller, 'AlertModify')
  const { given, refused } = readItems(items)
  const [first] = refused
  if (isAtomic && first) {
    const fields = Object.fromEntries(
      refused.flatMap(({ index, fields = {} }) =>
        Object.entries(fields).map(([field, message]) => [field ? `${index}.${field}` : String(index), message]),
      ),
    )
    throw new AppError('invalid-input', `Nothing was accepted: alert ${first.index} cannot be read. ${first.error}`, {
      fields,
    })
  }
  if (given.length === 0) return { results: refused }
  const accepted = await sqlTransaction(async (sql) => {
    const facts = await detectionFacts(sql, [...new Set(given.map(({ alert }) => alert.detectionId))])
    const alerts = given.map(({ alert }) =>
      toAlert(alert, facts.get(alert.detectionId) ?? unknownDetection(alert.detectionId)),
    )
    return accept(sql, alerts)
  })
  countAccepted(accepted.map(({ joined, decision }) => (joined ? 'joined' : decision.outcome)))
  const results = [...refused, ...accepted.map((one, place) => toView(given[place]?.index ?? place, one))]
  return { results: results.sort((left, right) => left.index - right.index) }
}

function readItems(items: readonly unknown[]): { given: Given[]; refused: RefusedAlertView[] } {
  const given: Given[] = []
  const refused: RefusedAlertView[] = []
  for (const [index, item] of items.entries()) {
    const parsed = AlertInput.safeParse(item)
    if (parsed.success) {
      given.push({ index, alert: parsed.data })
      continue
    }
    const fields: Record<string, string> = {}
    for (const issue of parsed.error.issues) fields[issue.path.join('.')] ??= issue.message
    const [[field, message] = ['', 'It cannot be read.']] = Object.entries(fields)
    refused.push({ index, error: field ? `${field}: ${message}` : message, fields })
  }
  return { given, refused }
}

function toAlert(input: AlertInput, facts: DetectionFacts): NewAlert {
  return {
    id: randomUUID(),
    origin: 'api',
    detectionId: input.detectionId,
    detectionVersion: facts.version,
    severity: input.severity,
    type: input.type,
    logTypes: input.logTypes,
    title: input.title,
    name: input.name ?? facts.name,
    description: input.description ?? facts.description,
    runbook: input.runbook ?? facts.runbook,
    reference: input.reference ?? facts.reference,
    tags: input.tags ?? facts.tags,
    context: input.alertContext,
    createdAt: input.createdAt ?? null,
    dedup: input.dedup ?? null,
    dynamic: input.destinations === null ? null : { returned: input.destinations },
    overrides: input.overrides ?? facts.overrides,
    systemError: null,
  }
}

function toView(index: number, { alertId, decision, joined, index: routing }: Accepted): AcceptedAlertView {
  return {
    index,
    alertId: alertIdOf(alertId),
    outcome: decision.outcome,
    scenario: decision.scenario,
    // One that was deleted since the joined alert was routed is named by its id.
    destinations: decision.destinations.map((id) => routing.findById(id)?.displayName ?? id),
    faults: [...decision.faults],
    joined,
  }
}
