import type { ReceiptView } from '../contracts/routing'
import { isExplicitOnly } from '../domain/destination'
import type { Receipt, ReceiptEntry } from '../domain/routing'
import type { RoutingIndex } from '../routing/index-configuration'

/** What a receipt marks a destination with. */
export type DestinationMark = { type: string; isPaused: boolean }

/** The configuration a receipt was decided by, and how its destinations are marked, by id. */
type DecidedBy = { index: RoutingIndex; version: number; marks: ReadonlyMap<string, DestinationMark> }

/** A receipt as a screen shows it; `find` and `limit` choose among the destinations that were not chosen. */
export function toReceiptView(
  { decision, entries }: Receipt,
  { index, version, marks }: DecidedBy,
  { find, limit }: { find: string; limit: number },
): ReceiptView {
  const marked = <E extends ReceiptEntry>(entry: E) => {
    const of = index.findById(entry.destinationId)
    const mark = marks.get(entry.destinationId)
    return {
      ...entry,
      type: mark?.type ?? '',
      isPaused: mark?.isPaused ?? false,
      isExplicitOnly: of ? isExplicitOnly(of) : false,
    }
  }
  const others = entries.filter((entry) => !entry.chosen)
  const wanted = find.toLowerCase()
  const matching = others.filter(({ displayName }) => displayName.toLowerCase().includes(wanted))
  return {
    outcome: decision.outcome,
    scenario: decision.scenario,
    chosen: entries.filter((entry) => entry.chosen).map(marked),
    others: matching.slice(0, limit).map(marked),
    othersTotal: others.length,
    othersMatching: matching.length,
    faults: [...decision.faults],
    settings: index.settings,
    configurationVersion: version,
  }
}
