import type { RoutingDestination } from '@/lib/domain/destination'
import { acceptsAlertType, acceptsSeverity, type RoutedAlert } from './acceptance'

type Placed = { id: string; place: number }

/** The destinations one alert type and severity reach, each list by ascending place. */
type Cell = {
  /** Those that list no log type. */
  open: readonly Placed[]
  /** Those that list this log type. */
  byLogType: ReadonlyMap<string, readonly Placed[]>
}

/**
 * Answers scenario 3 over `ordered`: the ids of the destinations that accept an alert, in that order. A cell is built when
 * an alert first asks for it, so a draft that is asked once pays for one; there are 36 at most.
 */
export function indexAcceptance(ordered: readonly RoutingDestination[]): (alert: RoutedAlert) => readonly string[] {
  const cells = new Map<string, Cell>()
  return (alert) => {
    const key = alert.type === 'SYSTEM_ERROR' ? alert.type : `${alert.type} ${alert.severity}`
    let cell = cells.get(key)
    if (cell === undefined) {
      cell = buildCell(ordered, alert)
      cells.set(key, cell)
    }
    let accepting = cell.open
    for (const logType of alert.logTypes) {
      const listed = cell.byLogType.get(logType)
      if (listed !== undefined) accepting = union(accepting, listed)
    }
    return accepting.map((placed) => placed.id)
  }
}

function buildCell(ordered: readonly RoutingDestination[], alert: RoutedAlert): Cell {
  const open: Placed[] = []
  const byLogType = new Map<string, Placed[]>()
  for (const [place, destination] of ordered.entries()) {
    if (!acceptsAlertType(destination, alert) || !acceptsSeverity(destination, alert)) continue
    const placed = { id: destination.id, place }
    if (destination.logTypes.length === 0) open.push(placed)
    for (const logType of new Set(destination.logTypes)) {
      const listed = byLogType.get(logType)
      if (listed === undefined) byLogType.set(logType, [placed])
      else listed.push(placed)
    }
  }
  return { open, byLogType }
}

/** Both lists ascend without repeats; so does the answer. */
function union(left: readonly Placed[], right: readonly Placed[]): readonly Placed[] {
  const both: Placed[] = []
  let next = 0
  for (const fromLeft of left) {
    let fromRight = right[next]
    while (fromRight !== undefined && fromRight.place < fromLeft.place) {
      both.push(fromRight)
      fromRight = right[++next]
    }
    if (fromRight?.place === fromLeft.place) next++
    both.push(fromLeft)
  }
  return [...both, ...right.slice(next)]
}
