import type { NamedDestinationView, NamingDetectionView } from '../contracts/destination'
import { alertTypeOf } from '../domain/detection'
import type { Tx } from '../repositories/db'
import { destinations } from '../repositories/destinations'
import { type DetectionSummary, detections } from '../repositories/detections'
import { soleDestinations } from '../repositories/sole-destinations'
import { sqlOf } from '../repositories/sql'
import { workspace } from '../repositories/workspace'
import { indexConfiguration, type RoutingIndex } from '../routing/index-configuration'
import { routeAlert } from '../routing/route-alert'

/** Of the alerts that a destination alone got within a week, as many as are looked at. */
const LOOKED_AT = 20_000

export type Dependants = {
  naming: NamingDetectionView[]
  /** Enabled detections that reach something now and nothing without the destination. */
  orphaned: DetectionSummary[]
  /** Destinations that fall back to it. */
  fallbackFor: NamedDestinationView[]
  /** Alerts of the last 7 days that it alone got, and that would go nowhere today without it. */
  lost: { count: number; isCut: boolean }
}

/** What depends on a destination, found by the engine: the configuration as it is against the one without it. */
export async function findDependants(tx: Tx, destination: { id: string; displayName: string }): Promise<Dependants> {
  const configuration = await workspace.configuration(tx)
  const others = configuration.destinations.filter(({ id }) => id !== destination.id)
  const before = indexConfiguration(configuration)
  const after = indexConfiguration({ ...configuration, destinations: others })
  const enabled = await detections.enabled(tx)
  return {
    naming: await detections.naming(tx, destination),
    orphaned: enabled.filter(({ kind, severity, logTypes, overrides }) => {
      const input = { alert: { type: alertTypeOf(kind), severity, logTypes }, dynamic: null, overrides }
      return routeAlert(before, input).outcome === 'routed' && routeAlert(after, input).outcome === 'unrouted'
    }),
    fallbackFor: await destinations.fallingBackTo(tx, destination.id),
    lost: await lostAlerts(tx, destination.id, after),
  }
}

/** Whether the name of the destination must be typed to delete it. */
export function mustTypeName({ naming, orphaned, fallbackFor, lost }: Dependants): boolean {
  return naming.length + orphaned.length + fallbackFor.length + lost.count > 0
}

async function lostAlerts(tx: Tx, id: string, without: RoutingIndex): Promise<Dependants['lost']> {
  const { alike, isCut } = await soleDestinations.lastWeek(sqlOf(tx), id, LOOKED_AT)
  const lost = alike.filter(({ input }) => routeAlert(without, input).outcome === 'unrouted')
  return { count: lost.reduce((sum, { count }) => sum + count, 0), isCut }
}
