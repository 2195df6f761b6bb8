import type { NamingDetectionView } from '../contracts/destination'
import { alertTypeOf } from '../domain/detection'
import type { Tx } from '../repositories/db'
import { type DetectionSummary, detections } from '../repositories/detections'
import { workspace } from '../repositories/workspace'
import { indexConfiguration } from '../routing/index-configuration'
import { routeAlert } from '../routing/route-alert'

export type Dependants = {
  naming: NamingDetectionView[]
  /** Enabled detections that reach something now and nothing without the destination. */
  orphaned: DetectionSummary[]
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
  }
}
