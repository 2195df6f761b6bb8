import { currentIndex } from '../alerts/routing-index'
import type { DetectionListQuery, DetectionListView, DetectionRowView } from '../contracts/detection'
import type { Caller } from '../domain/caller'
import { DETECTIONS_PER_PAGE } from '../domain/console'
import { alertTypeOf } from '../domain/detection'
import { query } from '../repositories/db'
import { destinations } from '../repositories/destinations'
import { type DetectionSummary, detections } from '../repositories/detections'
import type { RoutingIndex } from '../routing/index-configuration'
import { routeAlert } from '../routing/route-alert'
import { authorise } from './authorise'

/** One page of detections, each with where its alerts go now, decided by the engine. */
export async function listDetections(caller: Caller, input: DetectionListQuery): Promise<DetectionListView> {
  authorise(caller, 'RuleRead')
  const { page, index, marks } = await query(async (tx) => ({
    page: await detections.page(tx, input),
    index: (await currentIndex(tx)).index,
    marks: await destinations.marks(tx),
  }))
  return {
    rows: page.items.map((detection) => toRow(detection, index, marks)),
    total: page.total,
    totalUnfiltered: page.totalUnfiltered,
    page: input.page,
    pageCount: Math.max(1, Math.ceil(page.total / DETECTIONS_PER_PAGE)),
  }
}

function toRow(
  detection: DetectionSummary,
  index: RoutingIndex,
  marks: ReadonlyMap<string, { type: string }>,
): DetectionRowView {
  const { overrides, updatedAt, ...shown } = detection
  const { kind, severity, logTypes } = detection
  const decision = routeAlert(index, {
    alert: { type: alertTypeOf(kind), severity, logTypes },
    dynamic: null,
    overrides,
  })
  return {
    ...shown,
    goesTo: decision.destinations.map((id) => ({
      id,
      displayName: index.findById(id)?.displayName ?? id,
      type: marks.get(id)?.type ?? '',
    })),
    scenario: decision.scenario === 2 || decision.scenario === 3 ? decision.scenario : null,
    faultCount: decision.faults.length,
    updatedAt: updatedAt.toISOString(),
  }
}
