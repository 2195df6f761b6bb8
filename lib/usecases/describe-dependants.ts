import type { DependantsView, DestinationId } from '../contracts/destination'
import type { Caller } from '../domain/caller'
import { alertTypeOf } from '../domain/detection'
import { read } from '../repositories/db'
import { destinations } from '../repositories/destinations'
import { type DetectionSummary, detections } from '../repositories/detections'
import { workspace } from '../repositories/workspace'
import { indexConfiguration } from '../routing/index-configuration'
import { routeAlert } from '../routing/route-alert'
import { authorise } from './authorise'

const SHOWN = 100

/** What deleting the destination would change, found by the engine: the configuration as it is against the one without it. */
export async function describeDependants(caller: Caller, { id }: DestinationId): Promise<DependantsView> {
  authorise(caller, 'DestinationRead')
  return read(async (tx) => {
    const destination = await destinations.get(tx, id)
    const configuration = await workspace.configuration(tx)
    const before = indexConfiguration(configuration)
    const after = indexConfiguration({
      ...configuration,
      destinations: configuration.destinations.filter((other) => other.id !== id),
    })
    const naming = await detections.naming(tx, destination)
    const orphaned = (await detections.enabled(tx)).filter((detection) => {
      const input = inputOf(detection)
      return routeAlert(before, input).outcome === 'routed' && routeAlert(after, input).outcome === 'unrouted'
    })
    return {
      displayName: destination.displayName,
      detections: naming.slice(0, SHOWN),
      orphanedDetections: orphaned.slice(0, SHOWN).map(({ id, displayName }) => ({ id, displayName })),
      mustTypeName: naming.length > 0 || orphaned.length > 0,
    }
  })
}

function inputOf({ kind, severity, logTypes, overrides }: DetectionSummary) {
  return { alert: { type: alertTypeOf(kind), severity, logTypes }, dynamic: null, overrides }
}
