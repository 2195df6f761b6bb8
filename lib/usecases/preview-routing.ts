import type { PreviewRoutingInput, ReceiptView } from '../contracts/routing'
import type { Caller } from '../domain/caller'
import { isExplicitOnly } from '../domain/destination'
import type { ReceiptEntry } from '../domain/routing'
import { query } from '../repositories/db'
import { destinations } from '../repositories/destinations'
import { explainRouting } from '../routing/explain-routing'
import { authorise } from './authorise'
import { currentIndex } from './routing-index'

/** The receipt of an alert that was not made: the same engine and configuration that decide for one that is. */
export async function previewRouting(caller: Caller, input: PreviewRoutingInput): Promise<ReceiptView> {
  authorise(caller, 'DestinationRead')
  const { index, version, kept } = await query(async (tx) => ({
    ...(await currentIndex(tx)),
    kept: await destinations.marks(tx),
  }))
  const { decision, entries } = explainRouting(index, {
    alert: { type: input.alertType, severity: input.severity, logTypes: input.logTypes },
    dynamic: input.dynamic,
    overrides: input.overrides,
  })
  const routing = new Map(index.destinations.map((destination) => [destination.id, destination]))
  const marked = <E extends ReceiptEntry>(entry: E) => {
    const of = routing.get(entry.destinationId)
    const mark = kept.get(entry.destinationId)
    return {
      ...entry,
      type: mark?.type ?? '',
      isPaused: mark?.isPaused ?? false,
      isExplicitOnly: of ? isExplicitOnly(of) : false,
    }
  }
  const others = entries.filter((entry) => !entry.chosen)
  const find = input.find.toLowerCase()
  const matching = others.filter(({ displayName }) => displayName.toLowerCase().includes(find))
  return {
    outcome: decision.outcome,
    scenario: decision.scenario,
    chosen: entries.filter((entry) => entry.chosen).map(marked),
    others: matching.slice(0, input.limit).map(marked),
    othersTotal: others.length,
    othersMatching: matching.length,
    faults: [...decision.faults],
    settings: index.settings,
    configurationVersion: version,
  }
}
