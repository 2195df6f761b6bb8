import type { Tx } from '../repositories/db'
import { workspace } from '../repositories/workspace'
import { indexConfiguration, type RoutingIndex } from '../routing/index-configuration'

export type VersionedIndex = { version: number; index: RoutingIndex }

let newest: VersionedIndex | undefined

/** The index of the configuration that is in force, built once per version and process. */
export async function currentIndex(tx: Tx): Promise<VersionedIndex> {
  const { configurationVersion } = await workspace.get(tx)
  if (newest?.version === configurationVersion) return newest
  const index = indexConfiguration(await workspace.configurationAt(tx, configurationVersion))
  const built = { version: configurationVersion, index }
  if (!newest || newest.version < configurationVersion) newest = built
  return built
}
